package io.drivetrain.registry.client.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RedisSettingsTest {
  private static final String ODD = "p@ss #w0rd%:/+?é'\"$\\";

  @Test
  void aLoginOfAnyCharactersArrivesAtRedis() {
    RedisSettings settings =
        RedisSettings.at(URI.create("redis://cache:6380/2")).withLogin("webui", ODD);

    RedisURI uri = RedisURI.create(settings.uri());

    RedisCredentials login = uri.getCredentialsProvider().resolveCredentials().block();
    assertThat(login.getUsername()).isEqualTo("webui");
    assertThat(new String(login.getPassword())).isEqualTo(ODD);
    assertThat(uri.getHost()).isEqualTo("cache");
    assertThat(uri.getPort()).isEqualTo(6380);
    assertThat(uri.getDatabase()).isEqualTo(2);
  }

  @Test
  void aLoginTakesThePlaceOfTheOneInTheAddress() {
    URI address = URI.create("rediss://other:secret@cache:6380");

    assertThat(RedisSettings.at(address).withLogin("webui", "p").uri())
        .isEqualTo(URI.create("rediss://webui:p@cache:6380"));
  }

  @Test
  void tellsNoPassword() {
    assertThat(RedisSettings.at(URI.create("redis://cache:6380")).withLogin("webui", "p"))
        .hasToString("RedisSettings[cache:6380]");
  }
}
