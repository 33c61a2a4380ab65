package io.drivetrain.pipeline.server;

import io.drivetrain.embedded.EmbeddedServersResource;
import io.drivetrain.pipeline.engine.PipelineTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test of engine and learning as one application, over a real Postgres. All of them share one
 * start.
 */
@QuarkusTest
@WithTestResource(EmbeddedServersResource.class)
@WithTestResource(PipelineTestResource.class)
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AssembledTest {}
