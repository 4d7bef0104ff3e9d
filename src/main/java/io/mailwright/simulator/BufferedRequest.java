package io.mailwright.simulator;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A request whose body was read whole, so that it can be read again. */
final class BufferedRequest extends HttpServletRequestWrapper {
    private static final int LARGEST = 1 << 20;

    /** Real time in milliseconds, before any wait for another call. */
    final long arrived = System.currentTimeMillis();

    final byte[] body;

    BufferedRequest(HttpServletRequest request) throws IOException {
        super(request);
        body = request.getInputStream().readNBytes(LARGEST + 1);
    }

    /** More than one megabyte (U33). */
    boolean tooLarge() {
        return body.length > LARGEST;
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("The body is read at once");
            }
        };
    }
}
