package org.followthrough.embedded;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Creates what is missing, corrects settings that differ, and returns when all of it can be used.
 */
final class TopicCreation {
  private static final String ANY_GROUP = "topic-creation";

  private final Admin admin;

  TopicCreation(Admin admin) {
    this.admin = admin;
  }

  void apply(List<Topic> topics) throws ExecutionException, InterruptedException {
    Set<String> present = admin.listTopics().names().get();
    create(topics.stream().filter(topic -> !present.contains(topic.name())).toList());
    correct(topics.stream().filter(topic -> present.contains(topic.name())).toList());
    awaitUsable(topics);
    awaitGroups();
  }

  private void create(List<Topic> topics) throws ExecutionException, InterruptedException {
    List<NewTopic> missing =
        topics.stream()
            .map(
                topic ->
                    new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                        .configs(topic.configs()))
            .toList();
    admin.createTopics(missing).all().get();
  }

  private void correct(List<Topic> topics) throws ExecutionException, InterruptedException {
    refuseOtherPartitionCount(topics);
    Map<ConfigResource, Topic> byResource =
        topics.stream()
            .collect(
                toMap(
                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    topic -> topic));
    Map<ConfigResource, Config> current = admin.describeConfigs(byResource.keySet()).all().get();
    Map<ConfigResource, Collection<AlterConfigOp>> changes =
        byResource.entrySet().stream()
            .map(entry -> Map.entry(entry.getKey(), changes(entry.getValue(), current)))
            .filter(entry -> !entry.getValue().isEmpty())
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    admin.incrementalAlterConfigs(changes).all().get();
  }

  // Adding partitions would send events of one aggregate to two partitions, and lose their order.
  private void refuseOtherPartitionCount(List<Topic> topics)
      throws ExecutionException, InterruptedException {
    Map<String, TopicDescription> present = describe(topics);
    for (Topic topic : topics) {
      int partitions = present.get(topic.name()).partitions().size();
      if (partitions != topic.partitions()) {
        throw new IllegalStateException(
            "topic "
                + topic.name()
                + " has "
                + partitions
                + " partitions, not "
                + topic.partitions()
                + ", and that can't change in place");
      }
    }
  }

  private Map<String, TopicDescription> describe(List<Topic> topics)
      throws ExecutionException, InterruptedException {
    return admin.describeTopics(topics.stream().map(Topic::name).toList()).allTopicNames().get();
  }

  private static Collection<AlterConfigOp> changes(
      Topic topic, Map<ConfigResource, Config> current) {
    Config config = current.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
    return topic.configs().entrySet().stream()
        .filter(wanted -> !wanted.getValue().equals(config.get(wanted.getKey()).value()))
        .map(wanted -> new ConfigEntry(wanted.getKey(), wanted.getValue()))
        .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
        .collect(Collectors.toUnmodifiableList());
  }

  // Metadata names a leader before its log is there, and an idempotent producer that is early can
  // stall (KAFKA-15591). Asking
  // the leader for an offset is retried by the client until the log answers.
  private void awaitUsable(List<Topic> topics) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> partitions =
        topics.stream()
            .flatMap(TopicCreation::partitions)
            .collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
    if (!partitions.isEmpty()) {
      admin.listOffsets(partitions).all().get();
    }
  }

  private static Stream<TopicPartition> partitions(Topic topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(partition -> new TopicPartition(topic.name(), partition));
  }

  // Looking for a group's coordinator creates the offsets topic, which else the first consumer has
  // to wait for.
  private void awaitGroups() throws ExecutionException, InterruptedException {
    admin.listConsumerGroupOffsets(ANY_GROUP).partitionsToOffsetAndMetadata().get();
  }
}
