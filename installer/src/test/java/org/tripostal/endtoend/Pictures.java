package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Screenshot;

/**
 * Pages looked at as a person does: nothing in them is cut off or without words. Pictures of them are written to {@code installer/target/pages} for
 * whoever wants to look.
 */
abstract class Pictures extends EndToEnd {

    static final List<String> THEMES = List.of("light", "dark");

    void keep(String name, String window, AddonPage page) throws IOException {
        Path folder = Files.createDirectories(Path.of(property("tripostal.work")).resolveSibling("pages"));
        Files.write(folder.resolve(name + "-" + language().substring(0, 2) + ".png"), Screenshot.of(thunderbird, window));
        assertThat(faults(page)).as(name).isEmpty();
    }

    /** What a person would stumble over: a button or heading without words, a page that is wider than its window. */
    private static List<String> faults(AddonPage page) throws IOException {
        List<String> faults = new ArrayList<>();
        page.run("""
                const shown = [...document.querySelectorAll("button, h1, h2, legend, [data-word]")].filter(element => element.checkVisibility());
                const faults = shown.filter(element => element.textContent.trim() === "").map(element => `no words: ${element.outerHTML}`);
                const { scrollWidth, clientWidth } = document.documentElement;
                if (scrollWidth > clientWidth + 1) faults.push(`wider than its window: ${scrollWidth} > ${clientWidth}`);
                const cut = shown.filter(element => element.matches("button") && element.scrollWidth > element.clientWidth + 1);
                const outside = [...document.querySelectorAll("li *")].filter(element => element.checkVisibility()
                  && element.getBoundingClientRect().bottom > element.closest("li").getBoundingClientRect().bottom + 1);
                return [...faults, ...cut.map(element => `cut off: ${element.textContent}`), ...outside.map(element => `hangs out: ${element.textContent}`)];
                """).forEach(fault -> faults.add(fault.asText()));
        return faults;
    }
}
