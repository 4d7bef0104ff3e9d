package io.mailwright.models;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The beans that the models name, each method only recorded. */
public final class Beans {
    private final Recorder recorder;

    Beans(Recorder recorder) {
        this.recorder = recorder;
    }

    Map<Object, Object> byName() {
        Map<Object, Object> beans = new HashMap<>();
        beans.put("campaigns", new Campaigns());
        beans.put("plans", new Plans());
        beans.put("domains", new Domains());
        beans.put("orders", new Orders());
        beans.put("forms", new Forms());
        beans.put("prewarmed", new Prewarmed());
        beans.put("mailboxes", new Mailboxes());
        beans.put("watcher", new Watcher());
        beans.put("changes", new Changes());
        beans.put("settling", new Settling());
        beans.put("tasks", new Tasks());
        beans.put("deadlines", new Deadlines());
        beans.put("pendingForms", new PendingForms());
        beans.put("schedules", new Schedules());
        return beans;
    }

    private boolean is(String method, String key) {
        return recorder.<Boolean>call(method, key);
    }

    public final class Campaigns {
        public void check(String key) {
            recorder.call("campaigns.check", key);
        }

        public void rejected(String key) {
            recorder.call("campaigns.rejected", key);
        }

        public void onboarded(String key) {
            recorder.call("campaigns.onboarded", key);
        }

        public void cancelled(String key) {
            recorder.call("campaigns.cancelled", key);
        }
    }

    public final class Plans {
        public void make(String key) {
            recorder.call("plans.make", key);
        }

        public boolean approved(String key) {
            return is("plans.approved", key);
        }

        public String approvers(String key) {
            return "approvers";
        }

        public Date approvalDue(String key) {
            return new Date();
        }

        public String approvalWithin(String key) {
            return "P1D";
        }

        public void escalate(String key) {
            recorder.call("plans.escalate", key);
        }
    }

    public final class Domains {
        public void search(String key) {
            recorder.call("domains.search", key);
        }

        public void buy(String key) {
            recorder.call("domains.buy", key);
        }

        public boolean bought(String key) {
            return is("domains.bought", key);
        }

        public boolean unsettled(String key) {
            return is("domains.unsettled", key);
        }

        public boolean registered(String key) {
            return is("domains.registered", key);
        }

        public void without(String key) {
            recorder.call("domains.without", key);
        }
    }

    public final class Orders {
        public List<Integer> numbers(String key) {
            return recorder.call("orders.numbers", key);
        }

        public String process(String key, Integer number) {
            return recorder.call("orders.process", key + "/" + number);
        }

        public void create(String key) {
            recorder.call("orders.create", key);
        }

        public boolean created(String key) {
            return is("orders.created", key);
        }

        public boolean awaitsApproval(String key) {
            return is("orders.awaitsApproval", key);
        }

        public boolean paid(String key) {
            return is("orders.paid", key);
        }
    }

    public final class Forms {
        public boolean pending(String key) {
            return is("forms.pending", key);
        }

        public boolean approved(String key) {
            return is("forms.approved", key);
        }

        public void submit(String key) {
            recorder.call("forms.submit", key);
        }

        public boolean submitted(String key) {
            return is("forms.submitted", key);
        }
    }

    public final class Prewarmed {
        public void buy(String key) {
            recorder.call("prewarmed.buy", key);
        }

        public boolean bought(String key) {
            return is("prewarmed.bought", key);
        }
    }

    public final class PendingForms {
        public void look(String key) {
            recorder.call("pendingForms.look", key);
        }

        public boolean looks(String key) {
            return key.startsWith("look:");
        }

        public boolean again(String key) {
            return is("pendingForms.again", key);
        }

        public Date nextLook(String key) {
            return new Date();
        }

        public void check(String key) {
            recorder.call("pendingForms.check", key);
        }

        public void plan(String key) {
            recorder.call("pendingForms.plan", key);
        }
    }

    public final class Mailboxes {
        public boolean ready(String key) {
            return is("mailboxes.ready", key);
        }

        public void collect(String key) {
            recorder.call("mailboxes.collect", key);
        }
    }

    public final class Watcher {
        public void wake(String key) {
            recorder.call("watcher.wake", key);
        }

        public void read(String key) {
            recorder.call("watcher.read", key);
        }

        public boolean done(String key) {
            return is("watcher.done", key);
        }

        public Date next(String key) {
            return new Date();
        }
    }

    public final class Settling {
        public void look(String key) {
            recorder.call("settling.look", key);
        }

        public boolean settled(String key) {
            return is("settling.settled", key);
        }

        public boolean needsPerson(String key) {
            return is("settling.needsPerson", key);
        }

        public Date nextLook(String key) {
            return new Date();
        }

        public String lookCycle() {
            return "R/PT1H";
        }
    }

    public final class Changes {
        public void look(String key) {
            recorder.call("changes.look", key);
        }

        public boolean nothingToDo(String key) {
            return is("changes.nothingToDo", key);
        }

        public boolean approved(String key) {
            return is("changes.approved", key);
        }

        public void send(String key) {
            recorder.call("changes.send", key);
        }

        public boolean sent(String key) {
            return is("changes.sent", key);
        }

        public boolean applied(String key) {
            return is("changes.applied", key);
        }

        public void finish(String key) {
            recorder.call("changes.finish", key);
        }

        public void rejected(String key) {
            recorder.call("changes.rejected", key);
        }

        public void cancelled(String key) {
            recorder.call("changes.cancelled", key);
        }
    }

    public final class Schedules {
        public boolean done(String key) {
            return is("schedules.done", key);
        }

        public boolean paused(String key) {
            return is("schedules.paused", key);
        }

        public Date next(String key) {
            return new Date();
        }

        public void begin(String key) {
            recorder.call("schedules.begin", key);
        }

        public boolean begun(String key) {
            return is("schedules.begun", key);
        }

        public String run(String key) {
            return recorder.call("schedules.run", key);
        }

        public void finished(String key) {
            recorder.call("schedules.finished", key);
        }

        public void cancelled(String key) {
            recorder.call("schedules.cancelled", key);
        }
    }

    public final class Tasks {
        public void begun(DelegateExecution execution) {
            recorder.call("tasks.begun", execution.getProcessBusinessKey());
        }

        public void opened(DelegateTask task) {
            recorder.call("tasks.opened", task.getTaskDefinitionKey());
        }

        public void asked(DelegateExecution execution, Object content, String workspace) {
            recorder.call("tasks.opened", execution.getCurrentActivityId());
        }

        public void answered(DelegateExecution execution) {
            recorder.call("tasks.decided", execution.getCurrentActivityId() + " " + execution.getVariable("decision"));
        }

        public void decided(DelegateTask task) {
            recorder.call("tasks.decided", task.getTaskDefinitionKey() + " " + task.getVariable("decision"));
        }
    }

    public final class Deadlines {
        public String people() {
            return "P2D";
        }

        public String registered() {
            return "PT15M";
        }

        public String payment() {
            return "PT2H";
        }

        public String mailboxes() {
            return "P7D";
        }
    }
}
