package io.drivetrain.embedded;

/** The machines that there are server programs for, and how these are named inside their jars. */
enum Platform {
  LINUX_X86_64("postgres-linux-x86_64.txz", "redis-server-7.0.15-linux-amd64"),
  LINUX_ARM64("postgres-linux-arm_64.txz", "redis-server-7.0.15-linux-arm64"),
  MAC_X86_64("postgres-darwin-x86_64.txz", "redis-server-7.0.15-darwin-amd64"),
  MAC_ARM64("postgres-darwin-arm_64.txz", "redis-server-7.0.15-darwin-arm64");

  private final String postgresArchive;
  private final String redisServer;

  Platform(String postgresArchive, String redisServer) {
    this.postgresArchive = postgresArchive;
    this.redisServer = redisServer;
  }

  /**
   * @throws EmbeddedServerException on a machine without server programs
   */
  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String osName, String osArchitecture) {
    boolean arm = osArchitecture.equals("aarch64");
    if ((arm || osArchitecture.equals("amd64")) && osName.equals("Linux")) {
      return arm ? LINUX_ARM64 : LINUX_X86_64;
    }
    if ((arm || osArchitecture.equals("x86_64")) && osName.startsWith("Mac")) {
      return arm ? MAC_ARM64 : MAC_X86_64;
    }
    throw new EmbeddedServerException(
        "There is no embedded Postgres and Redis for %s on %s: run servers of your own and set DATABASE_URL and REDIS_URL."
            .formatted(osName, osArchitecture));
  }

  /** Resource with the programs and libraries of PostgreSQL, a tar compressed with xz. */
  String postgresArchive() {
    return postgresArchive;
  }

  /** Resource with the Redis program itself. */
  String redisServer() {
    return redisServer;
  }
}
