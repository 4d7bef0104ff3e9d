package io.mailwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.onboarding.Comparison;
import io.mailwright.onboarding.Exports;
import io.mailwright.onboarding.Onboarding;
import io.mailwright.plan.Preview;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ApiTest {
    private static final String FILE = "campaign 'acme'";
    private final OneCampaign one = new OneCampaign();
    private MockMvc mvc;

    @BeforeEach
    void api() {
        Onboarding onboarding = mock(Onboarding.class, delegatesTo(one));
        Jackson2ObjectMapperBuilder builder = Jackson2ObjectMapperBuilder.json()
                .featuresToDisable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        new ApiJson().plainDecimals().customize(builder);
        ObjectMapper json = builder.build();
        CampaignApi campaigns = new CampaignApi(onboarding);
        AboutApi about = new AboutApi("");
        mvc = MockMvcBuilders.standaloneSetup(
                        new PreviewApi(ApiTest::preview),
                        new PlanApi(onboarding),
                        campaigns,
                        new MailboxApi(
                                onboarding,
                                mock(Exports.class, delegatesTo(one)),
                                mock(Comparison.class),
                                campaigns,
                                json),
                        new SpendApi(onboarding, campaigns, json),
                        about,
                        new HomePage(onboarding, about))
                .setControllerAdvice(new ApiErrors(json))
                .setMessageConverters(
                        new ByteArrayHttpMessageConverter(),
                        new StringHttpMessageConverter(),
                        new MappingJackson2HttpMessageConverter(json))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain;charset=UTF-8", "text/x-groovy", "application/octet-stream"})
    void previewsAFile(String type) throws Exception {
        mvc.perform(post("/api/preview").contentType(type).content(FILE))
                .andExpect(status().isOk())
                .andExpect(content().json("""
                        {"campaign":"campaign 'acme'","domains":[{"domain":"acme.com","provider":"google",
                         "aliases":[{"first_name":"Anna","last_name":"Smith","alias":"anna"}]}]}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/preview", "/api/plan", "/api/campaigns"})
    void aFileWithErrorsSaysWhere(String path) throws Exception {
        mvc.perform(text(post(path), "person 'A', 'B', foto: ''"))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .json("{\"errors\":[{\"line\":3,\"column\":26,\"message\":\"'person' has no 'foto:'\"}]}"));
    }

    @Test
    void aFileIsAtMostOneMegabyteOfUtf8() throws Exception {
        mvc.perform(text(post("/api/preview"), "x".repeat((1 << 20) + 1)))
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.error", containsString("1 MB")))
                .andExpect(jsonPath("$.errors[0].line").value(1))
                .andExpect(jsonPath("$.errors[0].column").value(1))
                .andExpect(jsonPath("$.errors[0].message", containsString("1 MB")));
        mvc.perform(post("/api/preview")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("Ä".getBytes(StandardCharsets.ISO_8859_1)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message", containsString("UTF-8")));
        mvc.perform(post("/api/preview").contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.error", containsString("text/plain")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/preview", "/api/plan", "/api/campaigns"})
    void aCompressedFileIsNotUnpacked(String path) throws Exception {
        mvc.perform(text(post(path), FILE).header("Content-Encoding", "gzip"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.errors[0].message", containsString("Content-Encoding")));
        assertThat(one.texts).isEmpty();
    }

    @Test
    void aPlanIsAskedForAndThenRead() throws Exception {
        mvc.perform(text(post("/api/plan"), FILE))
                .andExpect(status().isAccepted())
                .andExpect(content().json("{\"id\":\"p1\"}"));
        mvc.perform(get("/api/plan/p1"))
                .andExpect(jsonPath("$.state").value("searching"))
                .andExpect(jsonPath("$.plan").doesNotExist());
        mvc.perform(get("/api/plan/p2"))
                .andExpect(jsonPath("$.plan.planHash").value(OneCampaign.HASH))
                .andExpect(jsonPath("$.plan.version").doesNotExist());
        mvc.perform(get("/api/plan/p3"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.error").exists());
    }

    @Test
    void aCampaignIsStartedOnce() throws Exception {
        mvc.perform(text(post("/api/campaigns"), FILE))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/campaigns/acme-1"))
                .andExpect(content().json("{\"id\":\"acme-1\",\"stage\":\"awaiting-approval\"}"));
        mvc.perform(text(post("/api/campaigns"), FILE))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.id").value("acme-1"));
        assertThat(one.texts).containsExactly(FILE);
    }

    @Test
    void startingTakesAnOperator() throws Exception {
        mvc.perform(post("/api/campaigns")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(FILE)
                        .with(user("approvers")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.error", containsString("operators")));
        assertThat(one.texts).isEmpty();
    }

    @Test
    void aCampaignIsShownAsTheInterfaceHasIt() throws Exception {
        mvc.perform(get("/api/campaigns/acme-1"))
                .andExpect(content()
                        .json("""
                        {"id":"acme-1","name":"acme","stage":"awaiting-approval","planHash":"%s",
                         "domains":{"wanted":2,"bought":1,"active":0},"orders":{"placed":0,"wanted":1},
                         "mailboxes":{"expected":4,"ready":0},"cost":{"now":29.50,"monthly":10},
                         "tasks":[{"id":"t1","key":"approvePlan","question":"Approve <this> plan?",
                                   "decisions":["approve","reject"],"due":"1970-01-01T00:00:00Z"}],
                         "lastChecked":null,"problem":null}""".formatted(OneCampaign.HASH), org.springframework.test.json.JsonCompareMode.STRICT));
        mvc.perform(get("/api/campaigns")).andExpect(jsonPath("$[0].id").value("acme-1"));
    }

    @Test
    void thePlanIsWholeAndItsPricesArePlain() throws Exception {
        mvc.perform(get("/api/campaigns/acme-1/plan"))
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.approved").value(false))
                .andExpect(jsonPath("$.planHash").value(OneCampaign.HASH))
                .andExpect(jsonPath("$.domains[0].provider").value("google"))
                .andExpect(jsonPath("$.domains[0].aliases[0].first_name").value("Anna"))
                .andExpect(jsonPath("$.orders[0].mailboxes").value(2))
                .andExpect(content().string(containsString("\"now\":10,")))
                .andExpect(content().string(not(containsString("E+1"))));
    }

    @Test
    void aPlanIsApprovedByItsHashAgainAndAgain() throws Exception {
        for (int i = 0; i < 2; i++) {
            mvc.perform(approval(OneCampaign.HASH).with(user("finance")))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.stage").value("buying"));
        }
        mvc.perform(approval("another").with(user("finance")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.error", containsString("changed")));
        mvc.perform(approval(OneCampaign.HASH).with(user("operators"))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"planHash\":\" \"}", "[", "{\"planHash\":{}}"})
    void anApprovalWithoutAHashIsNone(String body) throws Exception {
        mvc.perform(post("/api/campaigns/acme-1/approve")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(user("finance")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.error").isNotEmpty());
        assertThat(one.stage).isEqualTo("awaiting-approval");
    }

    @Test
    void aNewTextOnlyWhenOneIsAskedFor() throws Exception {
        mvc.perform(text(put("/api/campaigns/acme-1"), FILE)).andExpect(status().isConflict());
    }

    @Test
    void cancellingSaysWhatGoesOnCostingMoney() throws Exception {
        mvc.perform(post("/api/campaigns/acme-1/cancel").with(user("operators")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stage").value("cancelled"))
                .andExpect(jsonPath("$.remains", containsString("$10 a year")));
    }

    @Test
    void mailboxesAsCsvOrJson() throws Exception {
        mvc.perform(get("/api/campaigns/acme-1/mailboxes?format=csv").with(user("operators")))
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", containsString("acme-mailboxes.csv")))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content()
                        .string("email,first_name,last_name,domain,provider,status\r\n"
                                + "anna@getacme.com,'=Anna,Smith,getacme.com,google,Active\r\n"));
        mvc.perform(get("/api/campaigns/acme-1/mailboxes?format=json&passwords=false")
                        .with(user("operators")))
                .andExpect(jsonPath("$[0].email").value("anna@getacme.com"))
                .andExpect(jsonPath("$[0].first_name").value("=Anna"));
    }

    @ParameterizedTest
    @CsvSource({
        "?format=instantly, acme-instantly.csv, 'Email,First Name,Last Name,IMAP Username'",
        "?format=smartlead, acme-smartlead.csv, 'from_name,from_email,user_name,password'",
        "?format=emailbison, acme-emailbison.csv, 'Name,Email,Password,IMAP Server'",
        "'', acme-smartlead.csv, 'from_name,from_email,user_name,password'"
    })
    void mailboxesAsSequencersImportThem(String query, String file, String header) throws Exception {
        mvc.perform(get("/api/campaigns/acme-1/mailboxes" + query).with(user("operators")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString(file)))
                .andExpect(content().string(org.hamcrest.Matchers.startsWith(header)));
    }

    @Test
    void spendsAsJsonOrCsv() throws Exception {
        mvc.perform(get("/api/campaigns/acme-1/spends"))
                .andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.charged").value(9.5))
                .andExpect(jsonPath("$.spends[0].kind").value("BUY_DOMAINS"))
                .andExpect(jsonPath("$.spends[0].approvedBy").value("ann"))
                .andExpect(jsonPath("$.spends[0].claimedAt").value("1970-01-01T00:00:00Z"));
        String csv = mvc.perform(get("/api/campaigns/acme-1/spends?format=csv"))
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", containsString("acme-spends.csv")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(csv.split("\r\n"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.length()).isLessThan(32_767))
                .satisfies(lines -> {
                    assertThat(lines[0])
                            .startsWith("row,receipt,kind,order,number,names,tag,form,approved_usd,charged_usd");
                    assertThat(lines[1])
                            .startsWith(
                                    "call,7,BUY_DOMAINS,1,1,getacme.com tryacme.com,,,9.75,9.75,0.00,1970-01-01T00:00:00Z,")
                            .contains(",\"'@as, agreed\",,", ",\"200 {\"\"a\"\": 1}\",");
                    assertThat(lines[2])
                            .startsWith("correction,7,BUY_DOMAINS,1,1,getacme.com tryacme.com,,,,-0.25,,")
                            .contains(",'=1+1,");
                });
        mvc.perform(get("/api/campaigns/acme-1/spends?format=xml")).andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @CsvSource({
        "format=xml&passwords=true, no such format", "format=xml, csv, instantly, smartlead, emailbison, json",
        "format=, no such format", "passwords=perhaps, passwords"
    })
    void whatIsNotBuiltIsRefused(String query, String why) throws Exception {
        mvc.perform(get("/api/campaigns/acme-1/mailboxes?" + query).with(user("operators")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.error", containsString(why)));
    }

    @Test
    void passwordsAreForOperatorsWhoAskForThem() throws Exception {
        String asked = "/api/campaigns/acme-1/mailboxes?format=smartlead&passwords=true";
        mvc.perform(get(asked).with(user("approvers")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath(
                        "$.error", containsString("exporting passwords needs somebody of the group operators")));
        for (String group : List.of("operators", "camunda-admin")) {
            mvc.perform(get(asked).with(user(group)))
                    .andExpect(header().string("Cache-Control", "no-store"))
                    .andExpect(content().string(containsString("anna@getacme.com,=hunter2,smtp.gmail.com")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/campaigns/x",
                "/api/campaigns/x/plan",
                "/api/campaigns/x/mailboxes",
                "/api/campaigns/x/spends",
                "/api/nothing"
            })
    void whatIsNotThereSaysSo(String path) throws Exception {
        mvc.perform(get(path))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.error").isNotEmpty());
    }

    @Test
    void nothingOfTheInsideIsShown() throws Exception {
        mvc.perform(get("/api/campaigns/broken"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.error", containsString("reference")))
                .andExpect(content().string(not(containsString("hunter2"))));
    }

    @Test
    void thePageListsCampaignsAndTrustsNoWord() throws Exception {
        mvc.perform(get("/"))
                .andExpect(content().contentType("text/html;charset=UTF-8"))
                .andExpect(content().string(containsString("awaiting-approval")))
                .andExpect(content().string(containsString("/camunda/app/tasklist")))
                .andExpect(content().string(containsString("Approve &lt;this&gt; plan?")))
                .andExpect(content().string(containsString("$10 a month")));
    }

    private static Preview preview(String text) {
        OneCampaign.read(text);
        return new Preview(
                text,
                List.of(new Preview.Domain(
                        "acme.com", "google", List.of(new Preview.Mailbox("Anna", "Smith", "anna")), null)),
                Map.of());
    }

    private static MockHttpServletRequestBuilder approval(String hash) {
        return post("/api/campaigns/acme-1/approve")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"planHash\":\"" + hash + "\"}");
    }

    private static MockHttpServletRequestBuilder text(MockHttpServletRequestBuilder request, String text) {
        return request.contentType(MediaType.TEXT_PLAIN).content(text).with(user("operators"));
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor user(String group) {
        return request -> {
            request.setUserPrincipal(() -> "ann");
            request.addUserRole(group);
            return request;
        };
    }
}
