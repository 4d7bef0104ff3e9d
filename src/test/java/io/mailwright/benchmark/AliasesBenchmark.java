package io.mailwright.benchmark;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import groovy.lang.Script;
import io.mailwright.campaign.AliasSets;
import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.Person;
import io.mailwright.campaign.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Ten thousand domains with 25 aliases each, counted in aliases. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(AliasesBenchmark.DOMAINS * AliasesBenchmark.A_DOMAIN)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class AliasesBenchmark {
    static final int DOMAINS = 10_000;
    static final int A_DOMAIN = 25;

    private static final List<NamePattern> PATTERNS = List.of(
            NamePattern.of("{first}.{last}"),
            NamePattern.of("{f}{last}"),
            NamePattern.of("{first}{l}"),
            NamePattern.of("{last}.{first}"),
            NamePattern.of("{first}{last}{n}"));

    /** The same rounds without transliteration, reserved words and limits. */
    private static final String GROOVY = """
            def start = 0
            def fleet = []
            domains.times {
                def aliases = [], taken = new HashSet()
                def add = { person, local ->
                    if (aliases.size() < wanted && taken.add(local)) {
                        aliases << [first_name: person.first, last_name: person.last, alias: local]
                    }
                }
                def n = people.size()
                for (pattern in plain) {
                    for (int i = 0; i < n && aliases.size() < wanted; i++) {
                        def p = people[(start + i) % n]
                        add(p, pattern(p.first.toLowerCase(), p.last.toLowerCase(), 0))
                    }
                }
                for (int number = 1; aliases.size() < wanted; number++) {
                    for (int i = 0; i < n && aliases.size() < wanted; i++) {
                        def p = people[(start + i) % n]
                        add(p, "${p.first.toLowerCase()}${p.last.toLowerCase()}$number".toString())
                    }
                }
                start = (start + wanted) % n
                fleet << aliases
            }
            fleet
            """;

    private static final String PLAIN = """
            [{ f, l, n -> "$f.$l".toString() }, { f, l, n -> "${f[0]}$l".toString() },
             { f, l, n -> "$f${l[0]}".toString() }, { f, l, n -> "$l.$f".toString() }]
            """;

    private final List<Person> people = new ArrayList<>();
    private Script groovy;

    @Setup
    public void setUp() {
        for (String first : List.of("Anna", "José", "Vincent", "Chloé", "Ben")) {
            for (String last : List.of("Smith", "Núñez", "Dubois", "Okafor", "Groß")) {
                people.add(new Person(first, last, null, null, null));
            }
        }
        GroovyShell shell = new GroovyShell();
        groovy = shell.parse(GROOVY);
        groovy.setBinding(new Binding(
                Map.of("domains", DOMAINS, "wanted", A_DOMAIN, "people", people, "plain", shell.evaluate(PLAIN))));
    }

    @Benchmark
    public void aliases(Blackhole hole) {
        AliasSets sets = new AliasSets(people, PATTERNS, List.of("sales", "spam*"));
        for (int i = 0; i < DOMAINS; i++) {
            hole.consume(sets.next(Provider.OUTLOOK));
        }
    }

    @Benchmark
    public Object aliasesGroovy() {
        return groovy.run();
    }
}
