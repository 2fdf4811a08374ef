package org.tripostal.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file that a message carries. Pictures that are shown inside the text are attachments with {@code inline} set.
 *
 * @example {@code Attachment(contentType == "application/pdf", size > 1048576)}
 * @param name the file name, decoded, for example {@code invoice.pdf}; empty where there is none
 * @param contentType the media type in lower case without parameters, for example {@code application/pdf}; empty where unknown
 * @param size the size of the file itself, before encoding for transport, in bytes
 * @param inline whether the text shows it (a picture in HTML), so that the reader does not see it as a file
 */
public record Attachment(String name, String contentType, long size, boolean inline) {

    /** Types that run when they are opened, or that carry such past a filter. */
    private static final Set<String> DANGEROUS = Set.of(
            "ade", "adp", "apk", "app", "appx", "bat", "chm", "cmd", "com", "cpl", "dll", "dmg", "exe", "hta", "img", "ins", "iso", "isp", "jar", "js", "jse",
            "lnk", "mde", "msc", "msi", "msp", "mst", "pif", "ps1", "reg", "scr", "sct", "shb", "sys", "url", "vb", "vbe", "vbs", "vhd", "vhdx", "vxd", "wsc",
            "wsf", "wsh", "xll");

    private static final Pattern DISGUISED = Pattern.compile("(?i).*\\.(?:pdf|docx?|xlsx?|pptx?|odt|jpe?g|png|gif|txt|zip|html?)[ ._-]*\\.([a-z0-9]{2,4})");

    private static final int BASE64_LINE = 76;

    /** Its size when it is sent, in bytes: base64 (RFC 2045, section 6.8) makes four of three, and breaks lines after 76. */
    public long encodedSize() {
        long characters = (size + 2) / 3 * 4;
        return characters + (characters + BASE64_LINE - 1) / BASE64_LINE * 2;
    }

    /** What follows the last dot of the name, in lower case; empty where there is no dot. */
    public String extension() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether opening it may run a program. */
    public boolean dangerous() {
        return DANGEROUS.contains(extension());
    }

    /** Whether it hides what it is behind a harmless extension: {@code invoice.pdf.exe}. */
    public boolean disguised() {
        return dangerous() && DISGUISED.matcher(name).matches();
    }
}
