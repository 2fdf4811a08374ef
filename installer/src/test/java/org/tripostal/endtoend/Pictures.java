package org.tripostal.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tripostal.driver.AddonPage;
import org.tripostal.driver.Screenshot;
import org.tripostal.driver.Thunderbird;

/** Pictures of pages for whoever wants to look, in {@code installer/target/pages}; and a look at each for what a person would stumble over. */
record Pictures(Thunderbird thunderbird, String language) {

    void keep(String name, String window, AddonPage page) throws IOException {
        Path folder = Files.createDirectories(Path.of(EndToEnd.property("tripostal.work")).resolveSibling("pages"));
        Files.write(folder.resolve(name + "-" + language.substring(0, 2) + ".png"), Screenshot.of(thunderbird, window));
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
