package io.mailwright.benchmark;

import groovy.util.DelegatingScript;
import io.mailwright.campaign.Campaign;
import io.mailwright.dsl.CampaignReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One file of thirty lines: read as a campaign, and as plain Groovy. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class ReadingBenchmark {
    private PlainGroovy groovy;
    private DelegatingScript compiled;
    private long number;

    @Setup
    public void setUp() {
        groovy = new PlainGroovy();
    }

    /** In a new JVM, from the first class of the language on. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(6)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Campaign cold() {
        return CampaignReader.read(Texts.THIRTY_LINES);
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(6)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public List<Object> coldGroovy() {
        return new PlainGroovy().compileAndRun(Texts.THIRTY_LINES);
    }

    /** A text that was not read before. */
    @Benchmark
    @Warmup(iterations = 8, time = 2)
    public Campaign warm() {
        return CampaignReader.read(Texts.another(number++));
    }

    @Benchmark
    @Warmup(iterations = 8, time = 2)
    public List<Object> warmGroovy() {
        return groovy.compileAndRun(Texts.another(number++));
    }

    /** A text that was read before, as a new string. */
    @Benchmark
    public Campaign cached() {
        return CampaignReader.read(Texts.another(0));
    }

    /** The class that was compiled before, run again. */
    @Benchmark
    public List<Object> cachedGroovy() {
        if (compiled == null) {
            compiled = groovy.compile(Texts.THIRTY_LINES);
        }
        return groovy.run(compiled);
    }
}
