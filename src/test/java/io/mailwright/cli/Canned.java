package io.mailwright.cli;

/** The API's JSON for one campaign. */
final class Canned {
    static final String HASH = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";

    private Canned() {}

    static String campaign(String stage, int bought, int ready) {
        return campaign(stage, bought, ready, "[]", HASH);
    }

    static String waiting() {
        return campaign(
                "awaiting-approval",
                0,
                0,
                "[{\"id\":\"t1\",\"key\":\"approvePlan\",\"question\":\"Approve this plan?\","
                        + "\"decisions\":[\"approve\",\"change\",\"reject\"],\"due\":null}]",
                HASH);
    }

    static String campaign(String stage, int bought, int ready, String tasks, String hash) {
        return """
                {"id":"acme-1","name":"acme","stage":"%s","planHash":%s,
                 "domains":{"wanted":2,"bought":%d,"active":0},"orders":{"placed":0,"wanted":1},
                 "mailboxes":{"expected":3,"ready":%d},"cost":{"now":29.5,"monthly":10},
                 "tasks":%s,"lastChecked":null,"problem":null,"news":"of a later version"}""".formatted(stage, hash == null ? "null" : '"' + hash + '"', bought, ready, tasks);
    }

    static String plan(String hash) {
        return """
                {"version":1,"approved":false,"planHash":"%s","campaign":"acme","organization":"o","tag":"",
                 "cost":{"registrations":19.5,"firstMonth":10,"now":29.5,"monthly":10,"yearly":26},
                 "domains":[
                  {"slot":1,"order":1,"domain":"getacme.com","provider":"google","bought":true,"price":9.75,
                   "aliases":[{"first_name":"Anna","last_name":"Smith","alias":"anna"},
                              {"first_name":"Ben","last_name":"Okafor","alias":"ben"}]},
                  {"slot":2,"order":1,"domain":"acme.io","provider":"smtp","bought":false,"price":null,
                   "aliases":[{"first_name":"Anna","last_name":"Smith","alias":"asmith"}]}],
                 "alternates":[{"domain":"useacme.com","price":11.5}],
                 "orders":[{"number":1,"provider":"google","source":"scaledmail","domains":1,"mailboxes":2,"monthly":10}]}""".formatted(hash);
    }

    static final String MAILBOXES = """
            [{"email":"anna@getacme.com","first_name":"Anna","last_name":"Smith","provider":"google"},
             {"email":"ben@getacme.com","first_name":"Ben","last_name":"Okafor","provider":"google"},
             {"email":"asmith@acme.io","first_name":"Anna","last_name":"Smith","provider":"smtp"}]""";

    static final String FORMS =
            "[{\"uuid\":\"3f0d9a52-1\",\"order\":\"recA\",\"amount\":7,\"created\":\"2026-05-02\",\"daysWaiting\":12,"
                    + "\"names\":[\"a.com\",\"b.com\"],\"wanted\":2,\"type\":\"google\",\"state\":\"open\",\"campaign\":null,\"task\":\"t1\"},"
                    + "{\"uuid\":\"3f0d9a52-2\",\"order\":\"recB\",\"amount\":16,\"created\":\"2026-05-04\",\"daysWaiting\":null,"
                    + "\"names\":[],\"wanted\":4,\"type\":null,\"state\":\"ours\",\"campaign\":\"acme-1\",\"task\":null}]";

    static String schedule(boolean paused) {
        String next = paused ? "null" : "\"2026-03-16T09:00:00Z\"";
        return """
                {"id":"acme-1","name":"acme","stage":"checking","when":"0 9 * * MON","zone":"Europe/Berlin","perRun":3,
                 "paused":%s,"next":%s,"upcoming":[%s%s"2026-03-23T09:00:00Z"],"missed":2,
                 "runs":{"done":1,"wanted":3},"domains":{"wanted":9,"taken":3},
                 "campaigns":[{"id":"acme-1-r1","name":"acme-r1","stage":"onboarded"}],"tasks":[],"problem":null}""".formatted(paused, next, paused ? "" : next, paused ? "" : ",");
    }

    static final String SPENDS = """
            {"campaign":"acme-1","charged":48,"open":7,"spends":[
             {"id":1,"kind":"BUY_DOMAINS","order":1,"names":["a.com","b.com","c.com","d.com"],"approvedBy":"ann",
              "charged":48,"open":0,"state":"confirmed","claimedAt":"2026-11-24T00:30:11.123Z","request":"{}"},
             {"id":2,"kind":"CREATE_CUSTOM_ORDER","order":1,"names":["a.com"],"tag":"q1-abc","approvedBy":"ann",
              "charged":0,"open":7,"state":"unknown","needsPerson":true,"claimedAt":"2026-11-24T00:31:00Z",
              "vendorShows":"no order with tag q1-abc is listed"},
             {"id":3,"kind":"CREATE_CUSTOM_ORDER","order":1,"names":["a.com"],"tag":"q1-abd","approvedBy":"ann",
              "charged":0,"open":0,"state":"voided","claimedAt":"2026-11-24T00:29:00Z","settledBy":"bob",
              "settledHow":"a person says it did not happen"}]}""";

    static final String REQUEST = """
            {"id":"a.1","kind":"replace-domain","campaign":"acme-1","subject":"burned.com","stage":"awaiting-approval",
             "version":1,"body":{"from":"burned.com","to":"new.com",
              "consequences":["2 mailboxes of burned.com move to new.com: they must warm up again"]},
             "hash":"%s","tasks":[{"id":"t1","key":"approvePlan","question":"Approve this plan?",
              "decisions":["approve","change","reject"],"due":null}],"problem":null,"lastChecked":null}""".formatted(HASH);

    static String task(String facts) {
        return """
                {"id":"t7","key":"fixPayment","question":"The order is unpaid. What now?","decisions":["retry","cancel"],
                 "groups":["operators"],"campaign":"acme-1","campaignName":"acme","opened":"2026-11-24T00:30:11.123Z",
                 "due":"2026-11-26T00:30:11Z","overdue":true%s}""".formatted(facts);
    }

    static final String FACTS =
            ",\"facts\":{\"order\":\"acme-1/1\",\"amountOwed\":7.5,\"note\":null,\"domains\":[{\"domain\":\"a.com\",\"mailboxes\":2},"
                    + "{\"domain\":\"小龙.example\",\"mailboxes\":3}],\"names\":[\"a.com\",\"\\u001b[2Jb.com\"],\"none\":[]}";

    /** A server with a campaign that is approved and gets its mailboxes. */
    static FakeServer whole(String login) {
        return new FakeServer(login)
                .on("POST /api/campaigns", 201, "{\"id\":\"acme-1\",\"stage\":\"checking\"}")
                .on("GET /api/about", 200, "{\"name\":\"Mailwright\",\"vendor\":\"simulator\"}")
                .on("GET /api/campaigns/acme-1", 200, campaign("searching", 0, 0, "[]", null))
                .on("GET /api/campaigns/acme-1", 200, waiting())
                .on("GET /api/campaigns/acme-1", 200, campaign("buying", 1, 0))
                .on("GET /api/campaigns/acme-1", 200, campaign("provisioning", 2, 1))
                .on("GET /api/campaigns/acme-1", 200, campaign("onboarded", 2, 3))
                .on("GET /api/campaigns/acme-1/plan", 200, plan(HASH))
                .on("POST /api/campaigns/acme-1/approve", 200, campaign("buying", 0, 0))
                .on("GET /api/campaigns/acme-1/mailboxes?format=json", 200, MAILBOXES)
                .on("GET /api/campaigns/acme-1/mailboxes?format=csv", 200, "email\r\nanna@getacme.com\r\n");
    }
}
