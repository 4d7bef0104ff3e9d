package io.mailwright.onboarding;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the server was writing when it died. */
enum HaltPoint {
    STARTING("insert into campaign \\("),
    STAGE("update campaign set stage"),
    PLAN("insert into plan \\("),
    ORDERS("insert into campaign_order"),
    APPROVAL("insert into approval"),
    SPEND("insert into spend \\("),
    RESERVATION("update budget set reserved"),
    CLAIM("insert into attempt \\("),
    JOURNAL("insert into attempt_event"),
    SENT("update attempt set state = 'sent'"),
    /** Some milliseconds after {@code sent} was committed. */
    ON_ITS_WAY("update attempt set state = 'sent'"),
    /** By the thread that sent. */
    RECORD("update attempt set state = '(?!sent)"),
    /** By any other thread. */
    SETTLEMENT("update attempt set state = '(?!sent)"),
    OUTCOME("update attempt_spend set outcome"),
    READING("(insert into|update) reading"),
    DOMAIN("update campaign_domain set"),
    ORDER("update campaign_order"),
    AMOUNT("update campaign_order set vendor_amount"),
    MAILBOX("insert into mailbox"),
    WATCH("update watch set running"),
    COMES_TO_WAIT("insert into act_ru_event_subscr"),
    CORRELATION("delete from act_ru_event_subscr"),
    JOB_MADE("insert into act_ru_job"),
    /** By the thread that takes jobs. */
    JOB_LOCKED("update act_ru_job set"),
    /** By the thread that does them. */
    JOB_PUT_OFF("update act_ru_job set"),
    JOB_DONE("delete from act_ru_job"),
    TASK_OPENED("insert into act_ru_task"),
    TASK_DONE("delete from act_ru_task"),
    VARIABLE("insert into act_ru_variable"),
    EXECUTION("insert into act_ru_execution"),
    HISTORY("insert into act_hi_actinst");

    enum When {
        AT,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final Pattern statement;

    HaltPoint(String statement) {
        this.statement = Pattern.compile(statement.replace(" ", "\\s+"));
    }

    /** Asked at each moment of a server: whether it is here; it may be so more than once. */
    Predicate<MortalDatabase.Moment> at(When when) {
        Set<Thread> sending = ConcurrentHashMap.newKeySet();
        return moment -> {
            boolean here = here(moment, when, sending.contains(moment.thread()));
            if (SENT.in(moment, When.AFTER_COMMIT)) sending.add(moment.thread());
            else if (RECORD.in(moment, When.AFTER_COMMIT)) sending.remove(moment.thread());
            return here;
        };
    }

    private boolean here(MortalDatabase.Moment moment, When when, boolean sending) {
        return switch (this) {
            case ON_ITS_WAY -> in(moment, When.AFTER_COMMIT);
            case RECORD -> sending && in(moment, when);
            case SETTLEMENT -> !sending && in(moment, when);
            case JOB_LOCKED -> takesJobs(moment) && in(moment, when);
            case JOB_PUT_OFF -> !takesJobs(moment) && in(moment, when);
            default -> in(moment, when);
        };
    }

    private static boolean takesJobs(MortalDatabase.Moment moment) {
        return moment.thread().getName().startsWith("JobExecutor");
    }

    private boolean in(MortalDatabase.Moment moment, When when) {
        return switch (when) {
            case AT -> is(moment.event());
            case BEFORE_COMMIT -> moment.event().equals("before commit") && anyOf(moment);
            case AFTER_COMMIT -> moment.event().equals("after commit") && anyOf(moment);
        };
    }

    private boolean anyOf(MortalDatabase.Moment moment) {
        return moment.statements().stream().anyMatch(this::is);
    }

    private boolean is(String text) {
        return statement.matcher(text).lookingAt();
    }
}
