package org.tripostal.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The accounts to which Thunderbird sends large attachments instead of mailing them (Filelink). Thunderbird tells add-ons nothing of each other's
 * accounts, so they are read from the profile's preferences; nothing else of it is kept.
 */
public final class Filelink {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PREFERENCE =
            Pattern.compile("^user_pref\\(\"mail\\.cloud_files\\.accounts\\.(\\w+)\\.(type|displayName)\", (\"(?:[^\"\\\\]|\\\\.)*\")\\);\\s*$", Pattern.MULTILINE);
    /** Before the id of the add-on that serves an account. */
    private static final String BY_ADD_ON = "ext-";

    private Filelink() {}

    /**
     * The names of the accounts whose add-on is there and switched on.
     *
     * @param profile Thunderbird's profile folder
     * @throws IOException where its preferences cannot be read
     */
    public static List<String> accounts(Path profile) throws IOException {
        Map<String, Map<String, String>> accounts = new TreeMap<>();
        Matcher preference = PREFERENCE.matcher(Files.readString(profile.resolve("prefs.js"), StandardCharsets.UTF_8));
        while (preference.find()) {
            accounts.computeIfAbsent(preference.group(1), key -> new HashMap<>()).put(preference.group(2), JSON.readValue(preference.group(3), String.class));
        }
        JsonNode addOns = JSON.readTree(profile.resolve("extensions.json").toFile()).path("addons");
        return accounts.values().stream().filter(account -> serves(addOns, account.getOrDefault("type", "")))
                .map(account -> account.getOrDefault("displayName", "")).filter(name -> !name.isBlank()).toList();
    }

    private static boolean serves(JsonNode addOns, String type) {
        for (JsonNode addOn : addOns) {
            if (type.equals(BY_ADD_ON + addOn.path("id").asText()) && addOn.path("active").asBoolean(false)) {
                return true;
            }
        }
        return false;
    }
}
