using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Identity;

namespace Hss.Grains.Identity;

/// <summary>What a system knows of its member, as stored.</summary>
public sealed record StoredProfile(string FirstName, string LastName, ImmutableArray<StoredField> Fields);

/// <summary>One field. What it holds may be an address or a tax id, so every value is personal.</summary>
public sealed record StoredField(string Name, [property: Personal] string? Value);

/// <summary>A member's profile was changed: null names and fields that are not named stayed; null values went.</summary>
public sealed record ProfileChanged(string System, string? FirstName, string? LastName, ImmutableArray<StoredField> Fields, DateTimeOffset At) : IEntityEvent;

/// <summary>How profiles change.</summary>
public static class Profiles
{
    /// <summary>
    /// The event of a change, with only what is really new; null when nothing is. A number that was given stays: of two first calls at the same
    /// time only one gives it.
    /// </summary>
    public static ProfileChanged? Changed(AccountState state, ProfileChange change, DateTimeOffset at)
    {
        var now = Of(state, change.System);
        var first = change.FirstName == now.FirstName ? null : change.FirstName;
        var last = change.LastName == now.LastName ? null : change.LastName;
        ImmutableArray<StoredField> fields =
            [.. change.Fields.Where(f => IsNew(f, now.Fields.FirstOrDefault(n => n.Name == f.Name)?.Value)).Select(f => new StoredField(f.Name, f.Value))];
        return first is null && last is null && fields.IsEmpty ? null : new(change.System, first, last, fields, at);
    }

    /// <summary>The state's profiles after a change.</summary>
    public static ImmutableSortedDictionary<string, StoredProfile> With(AccountState state, ProfileChanged e)
    {
        var now = Of(state, e.System);
        var kept = now.Fields.Where(f => e.Fields.All(c => c.Name != f.Name));
        return state.Profiles.SetItem(e.System, new(
            e.FirstName ?? now.FirstName,
            e.LastName ?? now.LastName,
            [.. kept.Concat(e.Fields.Where(f => f.Value is not null)).OrderBy(f => f.Name, StringComparer.Ordinal)]));
    }

    /// <summary>The field of a member's number, where a system counts its members.</summary>
    public const string Number = "number";

    /// <summary>A member's number in a system that counts them, or null.</summary>
    public static string? NumberOf(AccountState state, string system) => state.Profiles.GetValueOrDefault(system)?.Fields.FirstOrDefault(f => f.Name == Number)?.Value;

    /// <summary>All profiles, as others see them.</summary>
    public static ImmutableArray<MemberProfile> View(AccountState state) =>
        [.. state.Profiles.Select(p => new MemberProfile(p.Key, p.Value.FirstName, p.Value.LastName, [.. p.Value.Fields.Select(f => new ProfileField(f.Name, f.Value))]))];

    private static bool IsNew(ProfileField field, string? now) => field.Value != now && (field.Name != Number || now is null);

    private static StoredProfile Of(AccountState state, string system) => state.Profiles.GetValueOrDefault(system) ?? new(state.FirstName, state.LastName, []);
}
