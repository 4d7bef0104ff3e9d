package io.mailwright.benchmark;

import io.mailwright.dsl.CampaignReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.function.LongConsumer;

/** Ten thousand different files one after another, and how much stays behind; the same with plain Groovy. */
public final class Soak {
    private static final int FILES = 10_000;
    private static final int GROOVY_FILES = 2_000;

    private Soak() {}

    public static void main(String[] none) {
        soak("campaign reader", FILES, number -> CampaignReader.read(Texts.another(number)));
        PlainGroovy groovy = new PlainGroovy();
        soak("plain Groovy", GROOVY_FILES, number -> groovy.compileAndRun(Texts.another(number)));
    }

    private static void soak(String what, int files, LongConsumer read) {
        System.out.printf(
                "%n%-16s %7s %9s %12s %8s %9s%n", what, "files", "heap MB", "metaspace MB", "classes", "seconds");
        long started = System.nanoTime();
        for (int number = 1; number <= files; number++) {
            read.accept(number);
            if (number == files / 20 || number % (files / 4) == 0) {
                double seconds = (System.nanoTime() - started) / 1e9;
                print(number, seconds);
            }
        }
    }

    private static void print(int files, double seconds) {
        System.gc();
        System.out.printf(
                "%-16s %7d %9.1f %12.1f %8d %9.1f%n",
                "",
                files,
                megabytes(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()),
                megabytes(ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getName().equals("Metaspace"))
                        .map(MemoryPoolMXBean::getUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                seconds);
    }

    private static double megabytes(long bytes) {
        return bytes / (double) (1 << 20);
    }
}
