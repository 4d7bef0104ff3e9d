package io.mailwright.cli;

import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Takes the next word only if it can be a plan's hash, so that {@code start --approve FILE} means what it says. */
final class HashIfThere implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
        boolean hash = !words.isEmpty() && words.peek().matches("[0-9a-fA-F]{8,64}");
        option.setValue(hash ? words.pop() : "");
    }
}
