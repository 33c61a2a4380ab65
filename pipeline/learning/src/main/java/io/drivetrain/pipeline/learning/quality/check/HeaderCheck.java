package io.drivetrain.pipeline.learning.quality.check;

import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.api.quality.Finding;
import io.drivetrain.pipeline.api.quality.SampleRow;
import io.drivetrain.pipeline.learning.data.source.HeaderText;
import io.drivetrain.pipeline.learning.quality.expectation.FileExpectation;
import io.drivetrain.pipeline.learning.quality.finding.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Holds the header of a file against an expectation. */
public final class HeaderCheck {
  private final List<String> headers;
  private final List<Name> known = new ArrayList<>();

  /** A column of the definition goes by two names. */
  private record Name(String canonical, String header) {
    boolean is(String name) {
      return HeaderText.isSame(name, canonical) || HeaderText.isSame(name, header);
    }
  }

  HeaderCheck(List<String> headers, FeatureSchema schema) {
    this.headers = headers;
    for (Feature feature : schema.features()) {
      known.add(new Name(feature.name(), HeaderText.clean(feature.source())));
    }
    known.add(new Name(schema.target().name(), HeaderText.clean(schema.target().source())));
  }

  Finding check(FileExpectation.Columns columns) {
    List<Name> wanted =
        columns.names().isEmpty() ? known : columns.names().stream().map(this::name).toList();
    List<String> absent =
        wanted.stream()
            .filter(name -> headers.stream().noneMatch(name::is))
            .map(Name::header)
            .toList();
    List<String> unexpected =
        columns.others()
            ? List.of()
            : headers.stream()
                .filter(header -> wanted.stream().noneMatch(name -> name.is(header)))
                .toList();
    return Findings.of(
        columns,
        absent.isEmpty() && unexpected.isEmpty(),
        (columns.others() ? "the columns " : "exactly the columns ")
            + shown(wanted.stream().map(Name::header).toList()),
        absent.isEmpty() && unexpected.isEmpty() ? "all of them" : wrong(absent, unexpected),
        absent.size() + unexpected.size(),
        unexpected.stream().limit(SampleRow.MOST).map(header -> new SampleRow(1, header)).toList());
  }

  private Name name(String name) {
    String clean = HeaderText.clean(name);
    return known.stream().filter(one -> one.is(clean)).findFirst().orElse(new Name(clean, clean));
  }

  private static String wrong(List<String> absent, List<String> unexpected) {
    List<String> parts = new ArrayList<>();
    if (!absent.isEmpty()) {
      parts.add("no " + shown(absent));
    }
    if (!unexpected.isEmpty()) {
      parts.add("unexpected " + shown(unexpected));
    }
    return String.join("; ", parts);
  }

  private static String shown(List<String> names) {
    String shown =
        names.stream()
            .limit(SampleRow.MOST)
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "));
    return names.size() <= SampleRow.MOST ? shown : shown + ", ... (" + names.size() + ")";
  }
}
