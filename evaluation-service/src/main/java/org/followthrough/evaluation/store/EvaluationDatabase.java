package org.followthrough.evaluation.store;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The collections of this service. */
@Singleton
public class EvaluationDatabase {

  private final ReactiveMongoClient client;
  private final String database;
  private final Clock machine;

  EvaluationDatabase(
      ReactiveMongoClient client,
      @ConfigProperty(name = "quarkus.mongodb.database") String database,
      @MachineTime Clock machine) {
    this.client = client;
    this.database = database;
    this.machine = machine;
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

  /** Changes to the documents of a collection. */
  public RevisedDocuments revised(ReactiveMongoCollection<Document> collection) {
    return new RevisedDocuments(collection, machine);
  }

  ReactiveMongoCollection<Document> migrations() {
    return collection("migrations");
  }

  private ReactiveMongoCollection<Document> collection(String name) {
    return client.getDatabase(database).getCollection(name);
  }
}
