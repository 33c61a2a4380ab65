package io.drivetrain.registry.replay;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.drivetrain.registry.RegistryTest;
import io.drivetrain.registry.ResetScript;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Sends what real clients (Python 3.11 and 2.20, Java 2.17.2) sent to MLflow, and compares the
 * answers with MLflow's.
 */
@RegistryTest
class ReplayTest {
  private static final Path RECORDING = Path.of("shared/reference/mlflow-wire.jsonl");

  @TestHTTPResource("/")
  URI server;

  @Inject DataSource database;

  @Test
  void answersRealClientsAsMlflowDid() throws Exception {
    var recording = recording();
    assumeThat(recording)
        .as("The recording is in no folder above this one as %s: nothing to replay", RECORDING)
        .isPresent();
    var accepted = Accepted.read();
    var exchanges =
        Exchange.read(recording.orElseThrow()).stream()
            .filter(e -> !accepted.leavesOut(e))
            .toList();
    ResetScript.run(database);

    var differences = replay(exchanges);

    assertThat(exchanges).hasSizeGreaterThan(280);
    assertThat(differences)
        .as("Put right, or explain in mlflow-wire-differences.json")
        .allMatch(accepted::covers);
    assertThat(accepted.differences())
        .as("No longer different: take it out of mlflow-wire-differences.json")
        .allMatch(rule -> differences.stream().anyMatch(rule::covers));
  }

  private static Optional<Path> recording() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .map(folder -> folder.resolve(RECORDING))
        .filter(Files::exists)
        .findFirst();
  }

  private List<Difference> replay(List<Exchange> exchanges) throws Exception {
    var ids = new Ids();
    var differences = new ArrayList<Difference>();
    try (var client = HttpClient.newBuilder().version(HTTP_1_1).build()) {
      for (var exchange : exchanges) {
        if (exchange.createsAnExperiment()) {
          giveNextExperimentTheId(exchange.createdExperiment());
        }
        var answer = client.send(request(exchange, ids), BodyHandlers.ofString());
        differences.addAll(compare(exchange, answer, ids));
      }
    }
    return differences;
  }

  /** The recording has gaps, its ids too. */
  private void giveNextExperimentTheId(String id) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("alter table experiment alter id restart with " + Long.parseLong(id));
    }
  }

  private HttpRequest request(Exchange exchange, Ids ids) {
    var path = ids.translate(exchange.path()).substring(1);
    var request =
        HttpRequest.newBuilder(URI.create(server + path))
            .method(exchange.method(), BodyPublishers.ofString(ids.translate(exchange.body())));
    exchange.headers().forEach(request::header);
    return request.build();
  }

  private static List<Difference> compare(Exchange exchange, HttpResponse<String> answer, Ids ids)
      throws IOException {
    var differences = new ArrayList<Difference>();
    if (answer.statusCode() != exchange.status()) {
      var ours = String.valueOf(answer.statusCode());
      return List.of(new Difference(exchange, "status", String.valueOf(exchange.status()), ours));
    }
    var contentType = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    if (!contentType.equals(exchange.contentType().replaceAll(";.*", ""))) {
      differences.add(
          new Difference(exchange, "content type", exchange.contentType(), contentType));
    }
    ids.learn(Values.of(exchange.answer()), Values.of(answer.body()));
    var recorded = Values.of(ids.translate(exchange.answer()));
    var ours = Values.of(answer.body());
    var places = new TreeSet<>(recorded.keySet());
    places.addAll(ours.keySet());
    for (var place : places) {
      if (!Objects.equals(recorded.get(place), ours.get(place))) {
        differences.add(new Difference(exchange, place, recorded.get(place), ours.get(place)));
      }
    }
    return differences;
  }
}
