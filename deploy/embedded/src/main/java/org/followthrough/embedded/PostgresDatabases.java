package org.followthrough.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/** Creates the services' role and databases. */
final class PostgresDatabases {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]+");

  private final int port;
  private final String password;

  PostgresDatabases(int port, String password) {
    if (!PASSWORD.matcher(password).matches()) {
      throw new IllegalArgumentException("the password file holds something else");
    }
    this.port = port;
    this.password = password;
  }

  void create(List<String> names) throws SQLException {
    names.forEach(PostgresDatabases::requireName);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      createRole(connection, statement);
      Set<String> present = present(statement);
      for (String name : names) {
        if (present.add(name)) {
          statement.execute("create database " + name + " owner " + EmbeddedPostgres.USER);
        }
      }
    }
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a database name: " + name);
    }
  }

  private Connection connect() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName("postgres");
    source.setUser(EmbeddedPostgres.SUPERUSER);
    source.setPassword(password);
    return source.getConnection();
  }

  private void createRole(Connection connection, Statement statement) throws SQLException {
    if (!roleExists(connection)) {
      statement.execute(
          "create role %s login createdb password '%s'".formatted(EmbeddedPostgres.USER, password));
    }
  }

  private static boolean roleExists(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      query.setString(1, EmbeddedPostgres.USER);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  private static Set<String> present(Statement statement) throws SQLException {
    Set<String> names = new HashSet<>();
    try (ResultSet rows = statement.executeQuery("select datname from pg_database")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
