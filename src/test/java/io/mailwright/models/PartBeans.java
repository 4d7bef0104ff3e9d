package io.mailwright.models;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The beans behind the parts, each method only recorded, by the activity it is called for. */
public final class PartBeans {
    private final Recorder recorder;

    PartBeans(Recorder recorder) {
        this.recorder = recorder;
    }

    Map<Object, Object> byName() {
        return Map.of(
                "parts",
                new Parts(),
                "vendor",
                new Vendor(),
                "spending",
                new Spending(),
                "changing",
                new Changing(),
                "waits",
                new Waits());
    }

    public final class Parts {
        public Object readCampaign(String text) {
            return recorder.call("parts.readCampaign", text);
        }

        public Object generateAliases(String key, Object campaign, Object found, Object stock, String approval) {
            return recorder.call("parts.generateAliases", found);
        }

        public Collection<?> list(Collection<?> list) {
            return list;
        }

        public Object export(Object mailboxes, String format) {
            return recorder.call("parts.export", format);
        }
    }

    public final class Vendor {
        public Object searchDomains(String instance, String activity, String workspace, Object names) {
            return recorder.call("vendor.searchDomains", names);
        }
    }

    public final class Spending {
        public Object buyDomains(String key, String activity, String approval, Object content, String spendKey) {
            return recorder.call("spending.buyDomains", content);
        }

        public Object createCustomOrder(
                String key, String activity, String approval, Object content, String spendKey, String style) {
            return recorder.call("spending.createCustomOrder", content);
        }
    }

    public final class Changing {
        public Object submitForm(
                String key,
                String activity,
                String approval,
                Object content,
                String spendKey,
                String form,
                String tag) {
            return recorder.call("changing.submitForm", form);
        }
    }

    public final class Waits {
        public Object payment(String instance, String activity, String workspace, Object placed, Object within) {
            return recorder.call("waits.payment", placed);
        }

        public Object mailboxes(String instance, String activity, String workspace, Object ordered, Object within) {
            return List.of(String.valueOf(recorder.<Object>call("waits.mailboxes", ordered)));
        }
    }
}
