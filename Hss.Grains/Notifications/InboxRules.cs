using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Notifications;

namespace Hss.Grains.Notifications;

/// <summary>The rules of preferences.</summary>
public static class InboxRules
{
    private static readonly Refusal Invalid = new(RefusalCodes.Invalid, "The preferences have invalid fields");

    /// <summary>Changes what is named; the rest stays.</summary>
    public static Decision Prefer(InboxState state, PreferencesChange change, DateTimeOffset now)
    {
        if (Faults(change) is { IsEmpty: false } faults)
            return Invalid with { Details = faults };
        var old = state.Preferences;
        // The last word on a type counts.
        var wanted = change.Types.Aggregate(old.Muted.ToImmutableHashSet(), (muted, t) => t.Wanted ? muted.Remove(t.Type) : muted.Add(t.Type));
        ImmutableArray<string> muted = [.. NotificationTypes.All.Where(wanted.Contains)];
        var next = old with
        {
            InApp = change.InApp ?? old.InApp,
            Push = change.Push ?? old.Push,
            Email = change.Email ?? old.Email,
            // Arrays are equal only as one and the same.
            Muted = muted.SequenceEqual(old.Muted) ? old.Muted : muted,
            QuietHours = change.SetsQuietHours ? change.QuietHours : old.QuietHours,
        };
        return next == old ? Decision.Unchanged : Decision.Accept(new PreferencesChanged(next, now));
    }

    /// <summary>The state after an event.</summary>
    public static InboxState Apply(InboxState state, IEntityEvent e) => e switch
    {
        PreferencesChanged c => state with { Preferences = c.Preferences },
        _ => throw new InvalidOperationException($"An inbox has no event {e.GetType().Name}"),
    };

    private static ImmutableArray<Fault> Faults(PreferencesChange change)
    {
        var types = change.Types.Where(t => !NotificationTypes.All.Contains(t.Type))
            .Select(_ => new Fault("types", $"must name only {string.Join(", ", NotificationTypes.All)}"))
            .Take(1);
        var hours = change.QuietHours is { } quiet ? QuietTimes.Faults(quiet).Select(f => new Fault($"quiet_hours.{f.Field}", f.Phrase)) : [];
        return [.. types, .. hours];
    }
}
