package org.followthrough.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {
  @TempDir Path directory;

  @Test
  void keepsDocumentsAndIndexesOverARestart() throws Exception {
    try (EmbeddedMongo mongo = new EmbeddedMongo(directory, 0)) {
      mongo.start();
      try (MongoClient client = MongoClients.create(mongo.connectionString())) {
        collection(client).createIndex(Indexes.ascending("n"), new IndexOptions().unique(true));
        collection(client).insertOne(new Document("n", 7));
      }
      mongo.close();
      mongo.start();
      try (MongoClient client = MongoClients.create(mongo.connectionString())) {
        assertThat(collection(client).find(new Document("n", 7)).first()).isNotNull();
        assertThat(collection(client).listIndexes()).hasSize(2);
      }
    }
  }

  private static MongoCollection<Document> collection(MongoClient client) {
    return client.getDatabase("evaluation").getCollection("forms");
  }
}
