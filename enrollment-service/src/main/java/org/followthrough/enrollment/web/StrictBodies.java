package org.followthrough.enrollment.web;

import jakarta.inject.Singleton;
import org.followthrough.kit.problem.StrictJson;

/** How this service reads the bodies of its API. */
@Singleton
class StrictBodies extends StrictJson {}
