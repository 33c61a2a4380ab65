package io.drivetrain.pipeline.quality;

import io.drivetrain.models.schema.Feature;
import io.drivetrain.models.schema.FeatureSchema;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Holds the header of a file against an expectation. */
final class HeaderCheck {
  private final List<String> headers;
  private final List<Name> known = new ArrayList<>();

  /** A column of the definition goes by two names. */
  private record Name(String canonical, String header) {
    boolean is(String name) {
      return name.equals(canonical) || name.equals(header);
    }
  }

  HeaderCheck(List<String> headers, FeatureSchema schema) {
    this.headers = headers;
    for (Feature feature : schema.features()) {
      known.add(new Name(feature.name(), clean(feature.source())));
    }
    known.add(new Name(schema.target().name(), clean(schema.target().source())));
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
    List<Evidence> samples = new ArrayList<>();
    unexpected.stream()
        .limit(Evidence.MOST)
        .forEach(header -> samples.add(new Evidence(1, header)));
    return Finding.of(
        columns,
        absent.isEmpty() && unexpected.isEmpty(),
        columns.others()
            ? "the columns " + shown(wanted.stream().map(Name::header).toList())
            : "exactly the columns " + shown(wanted.stream().map(Name::header).toList()),
        observed(absent, unexpected),
        absent.size() + unexpected.size(),
        samples);
  }

  private Name name(String name) {
    String clean = clean(name);
    return known.stream().filter(one -> one.is(clean)).findFirst().orElse(new Name(clean, clean));
  }

  private static String observed(List<String> absent, List<String> unexpected) {
    List<String> parts = new ArrayList<>();
    if (!absent.isEmpty()) {
      parts.add("no " + shown(absent));
    }
    if (!unexpected.isEmpty()) {
      parts.add("unexpected " + shown(unexpected));
    }
    return parts.isEmpty() ? "just these" : String.join("; ", parts);
  }

  private static String shown(List<String> names) {
    String shown =
        names.stream()
            .limit(Evidence.MOST)
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "));
    return names.size() <= Evidence.MOST ? shown : shown + ", ... (" + names.size() + ")";
  }

  private static String clean(String header) {
    return Normalizer.normalize(header.strip(), Normalizer.Form.NFC);
  }
}
