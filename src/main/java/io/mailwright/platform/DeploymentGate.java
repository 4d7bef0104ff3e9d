package io.mailwright.platform;

import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.onboarding.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.FunctionNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Models hold no code: scripts, classes, connectors, forms of HTML and calls of anything but the listed steps are refused
 * before the engine reads the model, and so are rules that can't be read, and REST answers 400 with the id and the name of
 * the element.
 */
class DeploymentGate implements BpmnParseFactory, Deployer {
    private static final List<String> EXTENSIONS =
            List.of(BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS, BpmnParser.ACTIVITI_BPMN_EXTENSIONS_NS);
    private static final Set<String> SCRIPTS = Set.of("script", "scriptTask");
    private static final Set<String> CLASSES = Set.of("class", "formHandlerClass", "variableMappingClass");
    /** Where a model gives a variable its name: in these attributes of these elements, and in those of any element. */
    private static final Map<String, List<String>> NAMED = Map.of(
            "inputParameter", List.of("name"),
            "outputParameter", List.of("name"),
            "in", List.of("target"),
            "out", List.of("target"),
            "formField", List.of("id"),
            "formProperty", List.of("id", "variable"),
            "inputDataItem", List.of("name"));

    private static final Set<String> VARIABLES = Set.of(
            "resultVariable",
            "elementVariable",
            "errorMessageVariable",
            "errorCodeVariable",
            "escalationCodeVariable",
            "initiator");
    private static final Set<String> DELEGATES = Set.of("delegateExpression", "variableMappingDelegateExpression");
    /** What Modeler draws no shape for; its element is the one around it. */
    private static final Pattern INNER =
            Pattern.compile(".*(Definition|Expression|Characteristics)|time[DC].*|condition");

    private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");
    private static final Builder EXPRESSIONS = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private final StepBeans steps;

    DeploymentGate(StepBeans steps) {
        this.steps = steps;
    }

    @Override
    public BpmnParse createBpmnParse(BpmnParser parser) {
        return new GatedParse(parser);
    }

    /** Decision tables: the engine offers no earlier place. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        deployment.getResources().values().stream()
                .filter(resource -> DecisionGate.isDecision(resource.getName()))
                .forEach(resource -> DecisionGate.problem(resource.getBytes()).ifPresent(problem -> {
                    throw new ParseException(
                            resource.getName() + ": " + problem, resource.getName(), List.of(), List.of());
                }));
    }

    private final class GatedParse extends BpmnParse {
        private BoundGate bound;

        GatedParse(BpmnParser parser) {
            super(parser);
        }

        @Override
        protected void parseRootElement() {
            bound = bound();
            walk(rootElement, rootElement, "definitions", "Element 'definitions': ");
            if (!hasErrors()) {
                super.parseRootElement();
            }
        }

        /** What comes with the model; null when it is read again: then it comes alone. */
        private BoundGate bound() {
            return !deployment.isNew()
                    ? null
                    : new BoundGate(deployment.getResources().values().stream()
                            .collect(Collectors.toMap(ResourceEntity::getName, ResourceEntity::getBytes)));
        }

        private void walk(Element element, Element outer, String outerId, String outerWords) {
            String id = element.attribute("id");
            boolean drawn = BpmnParser.BPMN20_NS.equals(element.getUri())
                    && id != null
                    && !INNER.matcher(element.getTagName()).matches();
            String at = drawn ? id : outerId;
            String words = drawn ? words(id, element.attribute("name")) : outerWords;
            Consumer<String> refuse = problem -> addError(words + problem, element, at);
            Element owner = drawn ? element : outer;
            checkElement(element, refuse);
            checkBound(element, bound, refuse);
            checkText(element.getText(), spot(owner, element, null), refuse);
            element.attributes()
                    .forEach(name -> checkAttribute(element, name, spot(owner, element, bare(name)), refuse));
            element.elements().forEach(child -> walk(child, owner, at, words));
        }
    }

    private static void checkBound(Element element, BoundGate bound, Consumer<String> refuse) {
        FormGate.problem(camunda(element, "formKey")).ifPresent(refuse);
        if (bound == null) return;
        bound.form(camunda(element, "formKey"), camunda(element, "formRef"), camunda(element, "formRefBinding"))
                .ifPresent(refuse);
        bound.process(element.attribute("calledElement"), camunda(element, "calledElementBinding"))
                .ifPresent(refuse);
        bound.decision(camunda(element, "decisionRef"), camunda(element, "decisionRefBinding"))
                .ifPresent(refuse);
    }

    private static Place.Spot spot(Element owner, Element element, String attribute) {
        boolean async = "true".equals(camunda(owner, "asyncBefore")) || "true".equals(camunda(owner, "async"));
        return new Place.Spot(owner.getTagName(), async, element.getTagName(), element.attribute("event"), attribute);
    }

    private static String bare(String attribute) {
        return attribute.substring(attribute.lastIndexOf(':') + 1);
    }

    private static String camunda(Element element, String attribute) {
        return element.attributeNS(new Namespace(BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS), attribute);
    }

    /** {@code Element 'read' (Read the vendor): }, in front of what is wrong with it. */
    static String words(String id, String name) {
        String called =
                name == null || name.isBlank() ? "" : " (" + name.strip().replaceAll("\\s+", " ") + ")";
        return "Element '" + id + "'" + called + ": ";
    }

    private void checkElement(Element element, Consumer<String> refuse) {
        if (SCRIPTS.contains(element.getTagName())) {
            refuse.accept("scripts are not run here; call a step by expression instead.");
        } else if ("connector".equals(element.getTagName())) {
            refuse.accept("connectors are not run here; call a step by expression instead.");
        } else if ("constraint".equals(element.getTagName()) && "validator".equals(element.attribute("name"))) {
            refuse.accept("validator classes are not run here.");
        } else if (NAMED.containsKey(element.getTagName())) {
            NAMED.get(element.getTagName()).forEach(attribute -> checkVariable(element.attribute(attribute), refuse));
        } else if ("serviceTask".equals(element.getTagName())) {
            checkRulePart(element, refuse);
        }
    }

    /** Expressions find a step before a variable of its name. */
    private void checkVariable(String name, Consumer<String> refuse) {
        if (name != null && steps.names().contains(name)) {
            refuse.accept("the variable '" + name + "' has the name of a step, which expressions find first; give it"
                    + " another name.");
        }
    }

    /** The rule of the part "Test rule", where it is written out. */
    private static void checkRulePart(Element task, Consumer<String> refuse) {
        String expression = camunda(task, "expression");
        Element extensions = task.element("extensionElements");
        Element fields = extensions == null ? null : extensions.element("inputOutput");
        if (fields == null || expression == null || !expression.contains("parts.testRule(")) {
            return;
        }
        fields.elements("inputParameter").stream()
                .filter(field -> "rule".equals(field.attribute("name")))
                .map(Element::getText)
                .filter(rule -> !rule.contains("${") && !rule.contains("#{"))
                .forEach(rule -> checkRule(rule, refuse));
    }

    private void checkAttribute(Element element, String key, Place.Spot spot, Consumer<String> refuse) {
        String name = bare(key);
        String value = element.attribute(key);
        if (CLASSES.contains(name)) {
            refuse.accept("Java classes are not run here; call a step by expression instead of '" + name + "'.");
        } else if (Set.of("language", "scriptFormat", "resource").contains(name)) {
            refuse.accept("scripts are not run here; write the expression without '" + name + "'.");
        } else if (DELEGATES.contains(name)) {
            refuse.accept("delegates are not run here; call a step by expression instead of '" + name + "'.");
        } else if (VARIABLES.contains(name)) {
            checkVariable(value, refuse);
        } else if ("type".equals(name) && isExtension(key) && !"external".equals(value)) {
            refuse.accept("tasks of type '" + value + "' are not run here.");
        } else {
            checkText(value, spot, refuse);
        }
    }

    private static boolean isExtension(String key) {
        return EXTENSIONS.stream().anyMatch(namespace -> key.startsWith(namespace + ":"));
    }

    private void checkText(String text, Place.Spot spot, Consumer<String> refuse) {
        if (!isExpression(text)) {
            return;
        }
        try {
            Tree tree = EXPRESSIONS.build(text);
            for (FunctionNode function : tree.getFunctionNodes()) {
                if (!FUNCTIONS.contains(function.getName())) {
                    refuse.accept("the function '" + function.getName() + "' is not known.");
                }
            }
            checkNode(tree.getRoot(), spot, refuse);
        } catch (TreeBuilderException e) {
            refuse.accept("'" + text.strip() + "' can't be read as an expression.");
        }
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private void checkNode(Node node, Place.Spot spot, Consumer<String> refuse) {
        if (node instanceof AstBracket) {
            refuse.accept("brackets are not allowed in expressions; use a dot or a step.");
        } else if (node instanceof AstMethod) {
            checkCall(node, spot, refuse);
        } else if (node instanceof AstDot dot) {
            checkProperty(dot, spot, refuse);
        } else {
            checkChildren(node, spot, refuse);
        }
    }

    private void checkChildren(Node node, Place.Spot spot, Consumer<String> refuse) {
        for (int i = 0; i < node.getCardinality(); i++) {
            if (node.getChild(i) != null) {
                checkNode(node.getChild(i), spot, refuse);
            }
        }
    }

    private void checkCall(Node call, Place.Spot spot, Consumer<String> refuse) {
        Node target = call.getChild(0);
        Node parameters = call.getChild(1);
        checkChildren(parameters, spot, refuse);
        if (!(target instanceof AstDot) || !(target.getChild(0) instanceof AstIdentifier owner)) {
            refuse.accept("only methods of listed steps can be called, directly by their name.");
            return;
        }
        String method = property((AstDot) target);
        if (isScope(owner.getName()) && parameters.getCardinality() == 0) {
            checkGetter(owner.getName(), StepExpressions.property(method), refuse);
        } else if (!steps.names().contains(owner.getName())) {
            refuse.accept("'" + owner.getName() + "' is not a listed step; there are "
                    + steps.names().stream().sorted().toList() + ".");
        } else if (!steps.hasMethod(owner.getName(), method, parameters.getCardinality())) {
            refuse.accept("the step '" + owner.getName() + "' has no method '" + method + "' with "
                    + parameters.getCardinality() + " parameters.");
        } else {
            checkPlace(owner.getName(), method, parameters.getCardinality(), spot, refuse);
            if ("rules".equals(owner.getName()) && "test".equals(method)) checkRule(parameters.getChild(0), refuse);
        }
    }

    private void checkPlace(String step, String method, int parameters, Place.Spot spot, Consumer<String> refuse) {
        steps.place(step, method, parameters)
                .filter(place -> !place.is(spot))
                .ifPresent(place -> refuse.accept("'" + step + "." + method + "' is called by " + place.words() + "."));
    }

    /** A rule that can't be read is found here, not when it is asked. */
    private static void checkRule(Node rule, Consumer<String> refuse) {
        if (!(rule instanceof AstString text)) {
            refuse.accept("a rule is one text as it stands; write rules.test(\"total > 300\","
                    + " execution.processBusinessKey).");
            return;
        }
        checkRule(String.valueOf(text.eval(null, null)), refuse);
    }

    private static void checkRule(String words, Consumer<String> refuse) {
        try {
            CampaignReader.rule(words);
        } catch (CampaignErrors errors) {
            String why = errors.errors().stream()
                    .map(CampaignErrors.CampaignError::message)
                    .collect(Collectors.joining("; "));
            refuse.accept("the rule '" + words + "' can't be read: " + why);
        }
    }

    private void checkProperty(AstDot dot, Place.Spot spot, Consumer<String> refuse) {
        String property = property(dot);
        if (dot.getChild(0) instanceof AstIdentifier owner && isScope(owner.getName())) {
            checkGetter(owner.getName(), property, refuse);
        } else if (dot.getChild(0) instanceof AstIdentifier owner
                && steps.names().contains(owner.getName())) {
            refuse.accept("the step '" + owner.getName() + "' has methods only; write " + owner.getName() + "."
                    + property + "().");
        } else if (Set.of("class", "declaringClass", "classLoader").contains(property)) {
            refuse.accept("'" + property + "' is not allowed in expressions.");
        } else {
            checkNode(dot.getChild(0), spot, refuse);
        }
    }

    private static void checkGetter(String scope, String property, Consumer<String> refuse) {
        Set<String> allowed = "task".equals(scope) ? StepExpressions.TASK.keySet() : StepExpressions.EXECUTION.keySet();
        if (!allowed.contains(property)) {
            refuse.accept("of '" + scope + "' only " + allowed.stream().sorted().toList() + " can be read.");
        }
    }

    private static boolean isScope(String identifier) {
        return "execution".equals(identifier) || "task".equals(identifier);
    }

    private static String property(AstDot dot) {
        String structure = ((AstNode) dot).getStructuralId(null);
        return structure.substring(structure.lastIndexOf('.') + 1);
    }
}
