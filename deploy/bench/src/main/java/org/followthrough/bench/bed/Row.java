package org.followthrough.bench.bed;

import java.util.List;

/** A hot path with its yardsticks. */
public interface Row {

  /** By which it is asked for. */
  String name();

  /** One sentence. */
  String description();

  /** Starts what it needs, measures, and stops it again. */
  List<Line> run(TestBed bed, Scale scale) throws Exception;
}
