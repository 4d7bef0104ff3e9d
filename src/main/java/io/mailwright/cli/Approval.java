package io.mailwright.cli;

/**
 * What {@code --approve} said.
 *
 * @param wanted whether the plan may be approved by this command at all
 * @param hash the only plan that may, or null: any plan, which is enough with the simulator only
 */
record Approval(boolean wanted, String hash) {
    static final Approval BY_SOMEBODY_ELSE = new Approval(false, null);

    static Approval of(String option) {
        return option == null ? BY_SOMEBODY_ELSE : new Approval(true, option.isEmpty() ? null : option);
    }

    boolean covers(String planHash, boolean simulated) {
        return wanted && (hash == null ? simulated : hash.equalsIgnoreCase(planHash));
    }
}
