package ir.ramzineh.administration;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.channelapi.ChannelClients;
import ir.ramzineh.channelapi.ChannelKey;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The channels of the bank in the hands of staff ({@link Permission#CHANNEL_MANAGE}); who did what stands in the trail. */
@Service
public class ChannelDesk {
    private final Permissions permissions;
    private final ChannelClients clients;

    ChannelDesk(Permissions permissions, ChannelClients clients) {
        this.permissions = permissions;
        this.clients = clients;
    }

    /** Every channel there ever was, by id. */
    @Transactional
    public List<ChannelClients.Registered> all(StaffId who) {
        permissions.require(who, Permission.CHANNEL_MANAGE);
        return clients.all();
    }

    /** How long the former key stays good after a rotation. */
    public Duration overlap() {
        return clients.rotationOverlap();
    }

    /**
     * Registers a channel.
     *
     * @return its key, shown this once
     * @throws InvalidValueException {@code error.channel.*}
     */
    @Transactional
    public ChannelKey register(StaffId who, String id, String name, Set<ChannelScope> scopes) {
        Actor by = by(who);
        try {
            return clients.register(id.strip(), name.strip(), scopes, by);
        } catch (DuplicateKeyException taken) {
            throw new InvalidValueException("error.channel.taken");
        } catch (IllegalArgumentException wrong) {
            throw new InvalidValueException(scopes.isEmpty() ? "error.channel.scopes" : "error.channel.id");
        }
    }

    /**
     * Makes a new key; the one before stays good for the overlap.
     *
     * @return shown this once
     * @throws InvalidValueException {@code error.channel.gone}
     */
    @Transactional
    public ChannelKey rotate(StaffId who, String id) {
        Actor by = by(who);
        try {
            return clients.rotate(id, by);
        } catch (IllegalArgumentException gone) {
            throw new InvalidValueException("error.channel.gone");
        }
    }

    /** Ends a channel for good. */
    @Transactional
    public boolean revoke(StaffId who, String id) {
        return clients.revoke(id, by(who));
    }

    private Actor by(StaffId who) {
        return new Actor.Staff(
                permissions.require(who, Permission.CHANNEL_MANAGE).userName());
    }
}
