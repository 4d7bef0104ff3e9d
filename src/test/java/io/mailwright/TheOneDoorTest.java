package io.mailwright;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.mailwright.onboarding.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What costs money, submits a form or cancels has one way out: ledger → Door (claim, permit) → Sender → the vendor. The
 * dangerous calls are derived from the vendor's interface itself: whatever is new there is dangerous until it is listed
 * here, and then has its callers checked.
 */
class TheOneDoorTest {
    private static final String VENDOR = "io.mailwright.scaledmail.";
    private static final String LEDGER = "io.mailwright.ledger.";
    private static final String RECEIVER = "io.mailwright.export.Webhook";
    private static final String CLI = "io.mailwright.cli.";

    /** Posts that change nothing at the vendor (docs/scaledmail-api.md). */
    private static final Set<String> READS = Set.of("search-domains", "suggest-domains", "calculate-package");

    private static final Set<String> DANGEROUS = Set.of(
            "buy-domains",
            "buy-pre-warm-inboxes",
            "create-custom-order",
            "create-order/{price_id}",
            "submit-form/{uuid}",
            "swap-domain/{domain}",
            "swap-redirect/{domain}",
            "orders/{id}",
            "organizations");

    /**
     * Who may hold a client of HTTP: towards the vendor one class, the command line towards its own server, and what tells a
     * receiver that the settings name; that one holds no key of the vendor's.
     */
    private static final Map<String, Set<String>> CLIENTS = Map.of(
            "okhttp3.OkHttpClient", Set.of(VENDOR + "VendorClient"),
            "okhttp3.OkHttpClient$Builder", Set.of(VENDOR + "VendorClient"),
            "retrofit2.Retrofit", Set.of(VENDOR + "VendorClient", VENDOR + "LenientReplies"),
            "retrofit2.Retrofit$Builder", Set.of(VENDOR + "VendorClient"),
            "java.net.http.HttpClient", Set.of(CLI + "Api", CLI + "Connection", RECEIVER),
            "java.net.http.HttpClient$Builder", Set.of(CLI + "Api", CLI + "Connection", RECEIVER));

    /** Other ways onto the network; nobody takes them. */
    private static final Pattern OTHER_CLIENTS = Pattern.compile(
            "java\\.net\\.(HttpURLConnection|URLConnection|Socket|http\\.WebSocket)|java\\.nio\\.channels\\.SocketChannel"
                    + "|(javax\\.net|org\\.apache\\.(hc|http)|org\\.springframework\\.(web\\.(client|reactive)|http\\.client)"
                    + "|reactor\\.netty|jakarta\\.ws\\.rs\\.client|feign|kong)\\..*");

    private static final Pattern REFLECTION = Pattern.compile("java\\.lang\\.reflect\\.(Method\\.invoke"
            + "|Constructor\\.newInstance|Proxy\\.newProxyInstance)|java\\.lang\\.invoke\\.MethodHandles.*"
            + "|org\\.springframework\\.beans\\.PropertyAccessorFactory\\..*");

    /** By name: calls of listed step methods; the fields of an engine command; whether the JVM has a terminal. */
    private static final Set<String> MAY_REFLECT =
            Set.of("io.mailwright.platform.StepExpressions", "io.mailwright.platform.TaskDecisions", CLI + "Shell");

    private static final JavaClasses MAIN = importing(location -> !location.contains("/test-classes/"));

    private static JavaClasses importing(Predicate<String> locations) {
        return new ClassFileImporter()
                .withImportOption(location -> locations.test(location.toString()))
                .importPackages("io.mailwright");
    }

    @Test
    void theDangerousCallsAreThoseWeKnow() {
        assertThat(calls(MAIN).filter(dangerous()).map(TheOneDoorTest::path))
                .containsExactlyInAnyOrderElementsOf(DANGEROUS);
    }

    @Test
    void eachSaysWhatItDoesAndTakesAPermit() {
        assertThat(calls(MAIN).filter(dangerous())).allSatisfy(call -> {
            assertThat(effect(call)).isNotEqualTo("READ");
            assertThat(call.getRawParameterTypes())
                    .extracting(JavaClass::getName)
                    .contains(VENDOR + "SendPermit");
        });
        assertThat(calls(MAIN).filter(dangerous().negate()))
                .hasSizeGreaterThan(5)
                .allSatisfy(call -> assertThat(effect(call)).isEqualTo("READ"));
    }

    @Test
    void nobodyElseSendsThem() {
        assertThat(breaches(MAIN)).isEmpty();
    }

    @Test
    void eachBurglarIsFoundWhicheverWindowHeTakes() {
        JavaClasses burgled =
                importing(location -> !location.contains("/test-classes/") || location.contains("/Burglars"));
        String burglars = VENDOR + "Burglars$";
        assertThat(breaches(burgled))
                .containsExactlyInAnyOrder(
                        burglars + "CallsTheVendor calls ScaledMailApi.buyDomains",
                        burglars + "CallsTheSender calls Sender.submitForm",
                        burglars + "MakesAPermit makes a SendPermit",
                        burglars + "HasItsOwnClient uses okhttp3.OkHttpClient",
                        burglars + "OpensAConnection uses java.net.URLConnection",
                        burglars + "Reflects reflects: java.lang.reflect.Method.invoke",
                        burglars + "DrawsItsOwnInterface declares cancel");
        assertThat(calls(burgled).filter(dangerous()).map(TheOneDoorTest::path)).contains("orders/{id}");
    }

    @Test
    void expressionsReachStepsOnlyAndStepsHandOutNothing() throws IOException {
        Set<JavaClass> steps =
                MAIN.stream().filter(type -> type.isAnnotatedWith(Step.class)).collect(Collectors.toSet());
        assertThat(steps).hasSizeGreaterThan(5).allSatisfy(step -> {
            assertThat(step.getPackageName()).startsWith("io.mailwright.onboarding");
            assertThat(step.getMethods()).allSatisfy(method -> {
                if (method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                    assertThat(method.getRawReturnType().getName())
                            .doesNotStartWith("io.mailwright.")
                            .isNotEqualTo("java.lang.Object");
            });
        });
        Set<String> names = steps.stream()
                .map(step -> step.getAnnotationOfType(Step.class).value())
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(Set.of("execution", "decision", "orderNumber"));
        for (Path model : models()) {
            String text = Files.readString(model);
            assertThat(text).doesNotContain("camunda:class=", "camunda:delegateExpression=", "<bpmn:script");
            assertThat(Pattern.compile("[$#]\\{\\s*(\\w*)")
                            .matcher(text)
                            .results()
                            .map(found -> found.group(1)))
                    .as(model.toString())
                    .isSubsetOf(Stream.concat(names.stream(), variables(text)).toList());
        }
    }

    /** Which a model makes itself, or is started with. */
    private static Stream<String> variables(String model) {
        return Stream.concat(
                Stream.of("text"),
                Pattern.compile("(?:Variable|inputParameter name)=\"(\\w+)\"")
                        .matcher(model)
                        .results()
                        .map(found -> found.group(1)));
    }

    private static List<String> breaches(JavaClasses all) {
        Stream<String> vendor = calls(all)
                .filter(dangerous())
                .flatMap(call -> others(call, Set.of(VENDOR + "Sender"), "calls ScaledMailApi." + call.getName()));
        Stream<String> sender = all.get(VENDOR + "Sender").getMethods().stream()
                .flatMap(send -> others(
                        send,
                        Set.of(
                                VENDOR + "Sender",
                                LEDGER + "Purchases",
                                LEDGER + "OrderPlacing",
                                LEDGER + "FormSubmission",
                                LEDGER + "Cancelling",
                                LEDGER + "Swapping",
                                LEDGER + "Workspaces"),
                        "calls Sender." + send.getName()));
        Stream<String> permit = all.get(VENDOR + "SendPermit").getConstructors().stream()
                .flatMap(made -> others(made, Set.of(LEDGER + "Door"), "makes a SendPermit"));
        Stream<String> interfaces = calls(all)
                .filter(call -> !call.getOwner().getName().equals(VENDOR + "ScaledMailApi"))
                .map(call -> call.getOwner().getName() + " declares " + call.getName());
        Stream<String> uses = all.stream()
                .filter(type -> type.getName().startsWith("io.mailwright."))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getName())
                        .distinct()
                        .filter(target -> forbidden(top(type), target))
                        .map(target -> type.getName() + " uses " + target));
        Stream<String> reflects = all.stream()
                .filter(type -> type.getName().startsWith("io.mailwright.") && !MAY_REFLECT.contains(top(type)))
                .flatMap(type -> type.getAccessesFromSelf().stream()
                        .map(access -> access.getTargetOwner().getName() + "." + access.getName())
                        .filter(target -> REFLECTION.matcher(target).matches())
                        .map(target -> type.getName() + " reflects: " + target));
        return Stream.of(vendor, sender, permit, interfaces, uses, reflects)
                .flatMap(found -> found)
                .toList();
    }

    private static boolean forbidden(String type, String target) {
        if (CLIENTS.containsKey(target)) return !CLIENTS.get(target).contains(type);
        return OTHER_CLIENTS.matcher(target).matches();
    }

    private static Stream<String> others(JavaCodeUnit called, Set<String> allowed, String breach) {
        return called.getAccessesToSelf().stream()
                .map(access -> access.getOriginOwner())
                .filter(caller -> !allowed.contains(top(caller)))
                .map(caller -> caller.getName() + " " + breach);
    }

    /** With what is nested in it. */
    private static String top(JavaClass type) {
        String name = type.getName();
        return type.getPackageName().startsWith("io.mailwright") && !name.contains("Burglars$")
                ? name.replaceAll("\\$.*", "")
                : name;
    }

    /** Every call of every Retrofit interface. */
    private static Stream<JavaMethod> calls(JavaClasses all) {
        return all.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> !verb(method).isEmpty());
    }

    private static Predicate<JavaMethod> dangerous() {
        return call -> !effect(call).equals("READ")
                || !Set.of("GET", "HEAD").contains(verb(call)) && !READS.contains(path(call));
    }

    private static String verb(JavaMethod method) {
        Set<String> verbs = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "HTTP");
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType())
                .filter(type -> type.getPackageName().equals("retrofit2.http"))
                .map(JavaClass::getSimpleName)
                .filter(verbs::contains)
                .findFirst()
                .orElse("");
    }

    private static String path(JavaMethod call) {
        return call.getAnnotationOfType("retrofit2.http." + verb(call))
                .get("value")
                .map(Object::toString)
                .orElse("");
    }

    private static String effect(JavaMethod call) {
        return call.tryGetAnnotationOfType(VENDOR + "Effect")
                .flatMap(effect -> effect.get("value"))
                .map(value -> ((com.tngtech.archunit.core.domain.JavaEnumConstant) value).name())
                .orElse("none");
    }

    private static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            List<Path> models =
                    files.filter(file -> file.toString().endsWith(".bpmn")).toList();
            assertThat(models).hasSizeGreaterThan(3);
            return models;
        }
    }
}
