package io.mailwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.springframework.boot.autoconfigure.JteProperties;
import gg.jte.springframework.boot.autoconfigure.JteViewResolver;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.onboarding.Onboarding;
import io.mailwright.onboarding.People;
import io.mailwright.onboarding.VendorStatus;
import io.mailwright.plan.Preview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The playground's pages as they are sent, also to a browser without scripts. */
class PlaygroundTest {
    private static final String FILE = """
            campaign 'acme'
            buy 30, keywords: ['acme'], prefixes: ['get', 'try'], tlds: ['com', 'io']
            providers google: 29, outlook: 1
            person 'Anna', 'Smith'
            patterns '{first}', '{first}{n}'
            approve never
            """;

    private final OneCampaign one = new OneCampaign();
    private MockMvc mvc;

    @BeforeEach
    void pages() throws IOException {
        Onboarding onboarding = mock(Onboarding.class, delegatesTo(one));
        PlaygroundReader reader = new PlaygroundReader(text -> Preview.of(CampaignReader.read(text)));
        PlaygroundExamples examples = new PlaygroundExamples();
        Pages pages = new Pages(new AboutApi(""), mock(VendorStatus.class), mock(People.class));
        mvc = MockMvcBuilders.standaloneSetup(
                        new PlaygroundPages(onboarding, reader, examples, pages),
                        new PlaygroundParts(onboarding, reader, examples))
                .setControllerAdvice(new PageErrors(pages))
                .setViewResolvers(
                        new JteViewResolver(TemplateEngine.createPrecompiled(ContentType.Html), new JteProperties()))
                .defaultRequest(get("/").principal(() -> "ann"))
                .build();
    }

    static Stream<Path> examples() throws IOException {
        return Files.list(Path.of("dsl-examples"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachExampleIsOneClickAway(Path file) throws Exception {
        String name = file.getFileName().toString().replace(".groovy", "");
        mvc.perform(get("/playground"))
                .andExpect(content().string(containsString("href=\"/playground?example=" + name + "\"")));
        mvc.perform(get("/playground/examples/" + name))
                .andExpect(content().contentType("text/plain;charset=UTF-8"))
                .andExpect(content().string(Files.readString(file)));
        mvc.perform(get("/playground?example=" + name))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No errors.")));
    }

    @Test
    void whatIsNoExampleIsSaid() throws Exception {
        mvc.perform(get("/playground?example=../application"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("there are quickstart, agency")));
    }

    @Test
    void aFileShowsItsDomainsAliasesAndCandidates() throws Exception {
        mvc.perform(post("/playground/check").param("text", FILE.replace("\n", "\r\n")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<code>tryacme.io</code>")))
                .andExpect(content().string(containsString("(suggested 19) ")))
                .andExpect(content().string(not(containsString("(suggested 20)"))))
                .andExpect(content().string(containsString("Show more of the 30 domains")))
                .andExpect(content().string(containsString("buys without asking anybody")));
        mvc.perform(post("/playground/check").param("text", FILE).param("shown", "250"))
                .andExpect(content().string(containsString("(suggested 24) ")))
                .andExpect(content().string(containsString("and 22 more")))
                .andExpect(content().string(containsString(" anna24 ")))
                .andExpect(content().string(not(containsString("Show more"))));
    }

    @Test
    void errorsStandAtTheirPlace() throws Exception {
        mvc.perform(post("/playground").param("text", "// <me>\ncampain 'acme'"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("\n// &lt;me&gt;\ncampain 'acme'</textarea>")))
                .andExpect(content().string(containsString("data-line=\"2\" data-column=\"1\">line 2</a>")))
                .andExpect(content().string(containsString("did you mean 'campaign'?")));
        mvc.perform(post("/playground/check")).andExpect(content().string(containsString("too long to be sent")));
    }

    @Test
    void aRecipeSaysWhatItIsFor() throws Exception {
        mvc.perform(get("/playground?example=recipe"))
                .andExpect(content().string(containsString("starts nothing by itself")))
                .andExpect(content().string(containsString("href=\"/forms\"")));
    }

    @Test
    void theTextOfACampaignIsKeptAsItStands() throws Exception {
        mvc.perform(get("/playground?from=acme-1"))
                .andExpect(content().string(containsString("\n\ncampaign '&lt;acme&gt;'\n</textarea>")))
                .andExpect(content().string(containsString("A running file is never edited")));
        mvc.perform(get("/playground?from=acme-2")).andExpect(status().isNotFound());
    }

    @Test
    void aCampaignIsStartedOnce() throws Exception {
        mvc.perform(sent("start").with(user("operators")))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/campaigns/acme-1"));
        assertThat(one.texts).containsExactly(FILE);
        mvc.perform(sent("start").with(user("operators")))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("exists already")))
                .andExpect(content().string(containsString("href=\"/campaigns/acme-1\"")))
                .andExpect(content().string(containsString("campaign 'acme'\nbuy 30")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "correct"})
    void onlyOperatorsStartAndCorrect(String what) throws Exception {
        mvc.perform(sent(what).param("from", "acme-1").with(user("approvers")))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("needs somebody of the group operators")))
                .andExpect(content().string(not(containsString("value=\"start\""))))
                .andExpect(content().string(containsString("campaign 'acme'\nbuy 30")));
        assertThat(one.texts).isEmpty();
    }

    @Test
    void aCorrectionNobodyAskedForIsRefusedAndTheTextStays() throws Exception {
        mvc.perform(sent("correct").param("from", "acme-1").with(user("operators")))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("nothing is to be corrected")))
                .andExpect(content().string(containsString("campaign 'acme'\nbuy 30")));
    }

    @Test
    void thePriceIsAskedFollowedAndShown() throws Exception {
        mvc.perform(post("/playground/price").param("text", FILE))
                .andExpect(content().string(containsString("hx-get=\"/playground/price/p1\"")))
                .andExpect(content().string(containsString("20 of at most 96 names")));
        mvc.perform(get("/playground/price/p2"))
                .andExpect(content().string(containsString("Nothing was bought")))
                .andExpect(content().string(containsString("$10.00")))
                .andExpect(content().string(containsString("getacme.com")));
        mvc.perform(get("/playground/price/p3")).andExpect(content().string(containsString("ask again")));
        mvc.perform(post("/playground/price").param("text", "person 'A', 'B', foto: ''"))
                .andExpect(content().string(containsString("mend them")));
        mvc.perform(sent("price")).andExpect(content().string(containsString("name=\"plan\" value=\"p1\"")));
        mvc.perform(post("/playground").param("text", FILE).param("plan", "p2"))
                .andExpect(content().string(containsString("Nothing was bought")))
                .andExpect(content().string(containsString("campaign 'acme'\nbuy 30")));
        assertThat(one.texts).isEmpty();
    }

    private static MockHttpServletRequestBuilder sent(String what) {
        return post("/playground").param("text", FILE.replace("\n", "\r\n")).param("do", what);
    }

    private static RequestPostProcessor user(String group) {
        return request -> {
            request.addUserRole(group);
            return request;
        };
    }
}
