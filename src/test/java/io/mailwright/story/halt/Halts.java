package io.mailwright.story.halt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Halts the JVM, once each, before the claim of a purchase, an order and a form, between its claim and its send, and between
 * its send and its record. A file in {@code halts.directory} remembers each.
 */
final class Halts implements BeanPostProcessor {
    private static final Map<String, String> SENDS = Map.of(
            "buyDomains", "BUY_DOMAINS", "createCustomOrder", "CREATE_CUSTOM_ORDER", "submitForm", "SUBMIT_FORM");
    private static final Path DONE = Path.of(System.getProperty("halts.directory"));

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean.getClass().getName()) {
            case "io.mailwright.ledger.Journal" -> watched(bean, Halts::claim);
            case "io.mailwright.scaledmail.Sender" -> watched(bean, Halts::send);
            default -> bean;
        };
    }

    private static Object watched(Object bean, MethodInterceptor interceptor) {
        ProxyFactory factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice(interceptor);
        return factory.getProxy(bean.getClass().getClassLoader());
    }

    private static Object claim(MethodInvocation call) throws Throwable {
        if (call.getMethod().getName().equals("claimed")) {
            Object claim = call.getArguments()[0];
            Method kind = claim.getClass().getDeclaredMethod("kind");
            kind.setAccessible(true);
            halt(kind.invoke(claim) + "-before-claim");
        }
        return call.proceed();
    }

    private static Object send(MethodInvocation call) throws Throwable {
        Method method = call.getMethod();
        String kind = SENDS.get(method.getName());
        if (kind == null) {
            return call.proceed();
        }
        halt(kind + "-before-send");
        Object reply = call.proceed();
        halt(kind + "-before-record");
        return reply;
    }

    private static void halt(String where) {
        try {
            Files.createFile(DONE.resolve(where));
        } catch (FileAlreadyExistsException once) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().halt(9);
    }
}
