package org.followthrough.enrollment;

import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/** The service's database, past the service. */
public final class TestDatabase {

  private TestDatabase() {}

  public static Connection connect() throws SQLException {
    Config config = ConfigProvider.getConfig();
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(config.getValue("quarkus.datasource.jdbc.url", String.class));
    database.setUser(config.getValue("quarkus.datasource.username", String.class));
    database.setPassword(config.getValue("quarkus.datasource.password", String.class));
    return database.getConnection();
  }
}
