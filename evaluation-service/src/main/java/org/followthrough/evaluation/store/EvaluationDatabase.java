package org.followthrough.evaluation.store;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The collections of this service. */
@Singleton
public class EvaluationDatabase {

  private final ReactiveMongoClient client;
  private final String database;

  EvaluationDatabase(
      ReactiveMongoClient client,
      @ConfigProperty(name = "quarkus.mongodb.database") String database) {
    this.client = client;
    this.database = database;
  }

  /** One document for each enrollment, its pending events inside. */
  public ReactiveMongoCollection<Document> followups() {
    return collection("followups");
  }

  public ReactiveMongoCollection<Document> people() {
    return collection("people");
  }

  public ReactiveMongoCollection<Document> courses() {
    return collection("courses");
  }

  ReactiveMongoCollection<Document> migrations() {
    return collection("migrations");
  }

  private ReactiveMongoCollection<Document> collection(String name) {
    return client.getDatabase(database).getCollection(name);
  }
}
