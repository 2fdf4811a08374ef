package org.tripostal.driver;

import java.io.IOException;
import java.util.Base64;

/**
 * Pictures of Thunderbird's windows, drawn by Thunderbird itself: they work without a screen too, and show nothing but
 * Thunderbird where there is one.
 */
public final class Screenshot {

    private Screenshot() { }

    /**
     * The newest window of a kind, with the add-on's popup where it is open.
     *
     * @param kind {@code mail:3pane} or {@code msgcompose}
     * @return a PNG
     */
    public static byte[] of(Thunderbird thunderbird, String kind) throws IOException {
        return Base64.getDecoder().decode(thunderbird.run(AddonPage.script("screenshot.js"), kind).asText());
    }
}
