package org.tripostal.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tripostal.engine.RuleError;

/**
 * Whether a file or a folder can be changed by administrators only, and by nobody who reads mail: what an organisation gives its users counts only then. Whoever may
 * put another folder in its place can change it too, so that the folders above are looked at as well.
 *
 * @param administrators numbers of the users who are administrators, on systems that have such (POSIX); on Windows they are known by their names
 */
public record Protection(Set<Integer> administrators) {

    /** Root's, on POSIX systems. */
    public static final Protection BY_ADMINISTRATORS = new Protection(Set.of(0));

    private static final int WRITABLE_BY_GROUP_OR_OTHERS = 022;
    /** In such a folder, {@code /tmp} for one, nobody touches what is another's. */
    private static final int STICKY = 01000;
    private static final Set<String> WINDOWS_ADMINISTRATORS = Set.of("administrators", "administrateurs", "system", "système", "trustedinstaller", "creator owner", "créateur propriétaire");
    private static final Set<AclEntryPermission> CHANGES = EnumSet.of(
            AclEntryPermission.WRITE_DATA, AclEntryPermission.APPEND_DATA, AclEntryPermission.DELETE, AclEntryPermission.DELETE_CHILD, AclEntryPermission.WRITE_ACL,
            AclEntryPermission.WRITE_OWNER, AclEntryPermission.WRITE_ATTRIBUTES, AclEntryPermission.WRITE_NAMED_ATTRS);

    public Protection {
        administrators = Set.copyOf(administrators);
    }

    /** Why a file or a folder that is there is not protected; empty where it is. Links are followed: what counts is where they lead. */
    public Optional<RuleError> objection(Path path) {
        try {
            Path real = path.toRealPath();
            Set<String> views = real.getFileSystem().supportedFileAttributeViews();
            return views.contains("unix") ? posix(real) : views.contains("acl") ? acl(real) : Optional.of(objection("unknown", real));
        } catch (IOException e) {
            return Optional.of(RuleError.ofFile("organisation.unreadable", Map.of("reason", String.valueOf(e.getMessage()))));
        }
    }

    private Optional<RuleError> posix(Path real) throws IOException {
        for (Path one = real; one != null; one = one.getParent()) {
            Map<String, Object> rights = Files.readAttributes(one, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
            int mode = (Integer) rights.get("mode");
            if (!administrators.contains((Integer) rights.get("uid"))) {
                return Optional.of(objection("owned", one));
            }
            if ((mode & WRITABLE_BY_GROUP_OR_OTHERS) != 0 && (one.equals(real) || (mode & STICKY) == 0)) {
                return Optional.of(objection("writable", one));
            }
        }
        return Optional.empty();
    }

    private static Optional<RuleError> acl(Path real) throws IOException {
        // %ProgramData% lets users add files, yet not touch those of others: what is above the organisation's own folder need not be looked at.
        for (Path one : List.of(real, real.getParent() == null ? real : real.getParent())) {
            AclFileAttributeView view = Files.getFileAttributeView(one, AclFileAttributeView.class);
            if (!isAdministrator(view.getOwner().getName())) {
                return Optional.of(objection("owned", one));
            }
            if (!onlyAdministratorsChange(view.getAcl())) {
                return Optional.of(objection("writable", one));
            }
        }
        return Optional.empty();
    }

    static boolean onlyAdministratorsChange(List<AclEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.type() == AclEntryType.ALLOW && entry.permissions().stream().anyMatch(CHANGES::contains))
                .allMatch(entry -> isAdministrator(entry.principal().getName()));
    }

    /** Names are {@code BUILTIN\\Administrators} and the like. */
    static boolean isAdministrator(String name) {
        return WINDOWS_ADMINISTRATORS.contains(name.substring(name.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT));
    }

    private static RuleError objection(String kind, Path path) {
        return RuleError.ofFile("organisation." + kind, Map.of("path", path.toString()));
    }
}
