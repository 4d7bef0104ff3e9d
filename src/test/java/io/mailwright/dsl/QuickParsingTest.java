package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThatCode;

import groovyjarjarantlr4.v4.runtime.BailErrorStrategy;
import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.CommonTokenStream;
import groovyjarjarantlr4.v4.runtime.atn.PredictionMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovyLangParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groovy's parser needs its slow mode for no statement of campaign files. */
class QuickParsingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "campaign 'acme'",
                "buy 4, keywords: ['acme'], prefixes: ['get', 'try'], maxPrice: 16",
                "buy 4,\n    keywords: ['acme'],   // first\n    tlds: ['com']   // then",
                "buy\t4, tlds: ['com']",
                "own 'acme.dev', hosting: 'namecheap'",
                "providers google: 10, smtp: 4",
                "prefer { tld == 'com' ? 0 : length }",
                "only { length <= 14 && !hyphenated && name ==~ 'a.*' }",
                "people '''first,last\nAnna,Smith\n'''",
                "person 'Vincent', 'van der Berg', nick: 'Vince'",
                "def site = 'https://acme.example'\nredirect \"${site}/start\"",
                "domain('a.de', provider: 'smtp') {\n    person 'A', 'B', nick: 'C'\n    redirect 'https://a.de'\n}",
                "domain('a.de') { person 'A', 'B', nick: 'C' }",
                "budget 500, monthly: 200",
                "approve over: 300, by: 'finance', within: '2 days'",
                "approve { total > 300 || outlook > 0 }, by: 'finance'",
                "approve always, by: 'finance'\napprove forms: true",
                "schedule '0 9 * * MON', perRun: 3",
                "sequencer 'Instantly', secret: 'main', workspace: 'acme', tag: '{{ID}}'",
                "prewarmed google: 2, maxPrice: 30",
                "export 'smartlead', 'csv'"
            })
    void eachWord(String text) {
        SourceText source = new SourceText(text);
        Problems problems = new Problems();
        new Shapes(source, problems).check();
        problems.throwIfAny();
        GroovyLangParser parser = new GroovyLangParser(
                new CommonTokenStream(new GroovyLangLexer(CharStreams.fromString(source.enclosed()))));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new BailErrorStrategy());
        assertThatCode(parser::compilationUnit).as(source.enclosed()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachExample(Path file) throws IOException {
        eachWord(Files.readString(file));
    }

    static Stream<Path> examples() throws IOException {
        return Files.list(Path.of("dsl-examples"));
    }
}
