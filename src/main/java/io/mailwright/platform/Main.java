package io.mailwright.platform;

import io.mailwright.cli.Commands;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.simulator.SimulatorApplication;
import java.util.List;

/** The jar: the server, or with a command its command line, which loads nothing of Spring before it needs a server. */
final class Main {
    private Main() {}

    public static void main(String[] words) {
        if (List.of(words).stream().allMatch(Main::isSetting)) {
            Mailwright.serve(words);
        } else {
            if (words[0].equals("preview")) {
                // the language is loaded while the command is read
                new Thread(CampaignReader::load).start();
            }
            // a method reference would load the simulator for every command
            System.exit(Commands.run(
                    Mailwright.class, PreviewReader::read, settings -> SimulatorApplication.main(settings), words));
        }
    }

    /** As Spring takes them: {@code --server.port=9000}, {@code --debug}. */
    private static boolean isSetting(String word) {
        return word.matches("--[\\w-]+\\..*|--debug|--trace");
    }
}
