package io.mailwright.models;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The names of models that the sources speak of, read from where they are used: in calls, switches and constants. */
final class JavaNames extends TreeScanner<Void, Void> {
    private static final Path SOURCES = Path.of("src/main/java/io/mailwright");

    final Set<String> processes = new TreeSet<>();
    final Set<String> messages = new TreeSet<>();
    final Set<String> tasks = new TreeSet<>();
    final Set<String> decisions = new TreeSet<>();
    final Set<String> errors = new TreeSet<>();

    JavaNames() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(SOURCES);
                var manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) scan(unit, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
        if (made.getIdentifier().toString().equals("BusinessFailure")) {
            errors.addAll(texts(made.getArguments().get(0)));
        }
        return super.visitNewClass(made, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        String called = call.getMethodSelect().toString().replaceAll("\\s", "");
        String method = called.substring(called.lastIndexOf('.') + 1);
        String receiver = called.substring(0, Math.max(0, called.lastIndexOf('.')));
        for (int i = 0; i < call.getArguments().size(); i++) {
            ExpressionTree argument = call.getArguments().get(i);
            switch (method + " " + i) {
                case "start 0", "running 0", "hasten 0" -> {
                    if (receiver.equals("processes")) processes.addAll(texts(argument));
                }
                case "processDefinitionKey 0" -> processes.addAll(texts(argument));
                case "tell 1", "startBy 0" -> messages.addAll(texts(argument));
                case "task 1", "addGroup 1" -> {
                    if (receiver.equals("processes")) tasks.addAll(texts(argument));
                }
                case "failure 1" -> errors.addAll(texts(argument));
                case "equals 0" -> compared(receiver).addAll(texts(argument));
                default -> {}
            }
        }
        return super.visitMethodInvocation(call, nothing);
    }

    /** Of a starter, and of a step that says which process is called. */
    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        if (method.getName().contentEquals("process")) processes.addAll(texts(method.getBody()));
        return super.visitMethod(method, nothing);
    }

    private Set<String> compared(String what) {
        if (what.matches("\\(?(task|t\\.key\\(\\)|task\\.key\\(\\)|.*[.]getTaskDefinitionKey\\(\\))\\)?")) return tasks;
        return what.matches("\\(?.*[.]message\\(\\)\\)?") ? messages : new TreeSet<>();
    }

    @Override
    public Void visitSwitch(SwitchTree choice, Void nothing) {
        labels(choice.getExpression(), choice.getCases());
        return super.visitSwitch(choice, nothing);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree choice, Void nothing) {
        labels(choice.getExpression(), choice.getCases());
        return super.visitSwitchExpression(choice, nothing);
    }

    private void labels(ExpressionTree of, List<? extends CaseTree> cases) {
        List<String> labels = cases.stream()
                .flatMap(one -> one.getExpressions().stream())
                .flatMap(label -> texts(label).stream())
                .toList();
        if (of.toString().contains("getTaskDefinitionKey() + \" \"")) {
            decisions.addAll(labels);
            labels.forEach(label -> tasks.add(label.split(" ")[0]));
        } else {
            compared(of.toString()).addAll(labels);
        }
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        switch (variable.getName().toString()) {
            case "MESSAGES" -> messages.addAll(texts(variable.getInitializer()));
            case "UNWATCHED" -> processes.addAll(texts(variable.getInitializer()));
            case "PROBLEM" -> errors.addAll(texts(variable.getInitializer()));
            default -> {}
        }
        return super.visitVariable(variable, nothing);
    }

    private static List<String> texts(Tree tree) {
        List<String> texts = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                if (literal.getValue() instanceof String text) texts.add(text);
                return null;
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                // what is asked to choose between names is no name
                return call.getMethodSelect().toString().equals("Set.of")
                        ? super.visitMethodInvocation(call, null)
                        : null;
            }
        }.scan(tree, null);
        return texts;
    }
}
