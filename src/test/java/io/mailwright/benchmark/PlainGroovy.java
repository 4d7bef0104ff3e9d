package io.mailwright.benchmark;

import groovy.lang.GroovyObjectSupport;
import groovy.lang.GroovyShell;
import groovy.lang.MissingPropertyException;
import groovy.util.DelegatingScript;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.control.CompilerConfiguration;

/**
 * What the campaign reader is compared with: the same text compiled and run as Groovy, its words taken down by a delegate.
 * It checks nothing and guards nothing.
 */
final class PlainGroovy {
    private final GroovyShell shell;

    PlainGroovy() {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(DelegatingScript.class.getName());
        shell = new GroovyShell(PlainGroovy.class.getClassLoader(), configuration);
    }

    List<Object> compileAndRun(String text) {
        return run(compile(text));
    }

    DelegatingScript compile(String text) {
        return (DelegatingScript) shell.parse(text);
    }

    List<Object> run(DelegatingScript script) {
        Taken words = new Taken();
        script.setDelegate(words);
        script.run();
        return words.taken;
    }

    /** Any word with any arguments; a bare word such as {@code always} is its own name. */
    private static final class Taken extends GroovyObjectSupport {
        private final List<Object> taken = new ArrayList<>();

        @Override
        public Object invokeMethod(String word, Object arguments) {
            taken.add(List.of(word, arguments));
            return null;
        }

        @Override
        public Object getProperty(String name) throws MissingPropertyException {
            return name;
        }
    }
}
