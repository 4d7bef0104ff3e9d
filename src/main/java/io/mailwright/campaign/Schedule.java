package io.mailwright.campaign;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The {@code schedule} line: when runs start, each with a part of what is bought. Either {@code cron} or {@code start} and
 * {@code every}.
 *
 * @param cron five fields: minute, hour, day of month, month, day of week; or null
 * @param start day of the first run, or null
 * @param every from one run to the next, or null
 * @param perRun domains a run buys, at least 1
 */
public record Schedule(String cron, LocalDate start, Duration every, int perRun, ZoneId zone) {}
