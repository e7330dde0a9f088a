using System.Collections.Immutable;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;

namespace Hss.Api.Events;

/// <summary>One topic: <c>&lt;mount&gt;.&lt;feature&gt;</c>, all of a kind, or <c>….&lt;id&gt;</c>, one entity.</summary>
public sealed record Topic(Mount Mount, EntityKind Kind, string? Id)
{
    /// <summary>Whether a caller may listen at all: it has a role on the mount.</summary>
    public bool IsFor(Caller caller) => caller.RoleOn(Mount).Length > 0;

    /// <summary>Whether an event belongs to it.</summary>
    public bool Covers(FeedEvent e) => e.Key.Kind == Kind.Name && (Id is null || e.Key.Id == Id);
}

/// <summary>Reads topics, and says who may hear what.</summary>
public static class Topics
{
    /// <summary>The longest list of topics, in characters.</summary>
    public const int MaxLength = 5000;

    private const int Max = 50;

    /// <summary>Reads <c>?topics=</c>.</summary>
    /// <exception cref="ApiException">400: none, too many, or an unknown one.</exception>
    public static ImmutableArray<Topic> Parse(string text, EntityKinds kinds)
    {
        var names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length is 0 or > Max)
            throw Invalid($"must name 1 to {Max} topics");
        return [.. names.Select(n => Find(n, kinds) ?? throw Invalid($"'{n}' is no topic"))];
    }

    /// <summary>Whether an event may be shown to a caller: it names the account, or one of its roles; without names, operators only.</summary>
    public static bool MayHear(Caller caller, string audience)
    {
        if (caller.IsOperator)
            return true;
        foreach (var name in audience.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = name.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 ? name == caller.Id : caller.Account.Roles.GetValueOrDefault(name[..colon]) == name[(colon + 1)..])
                return true;
        }

        return false;
    }

    private static Topic? Find(string name, EntityKinds kinds)
    {
        foreach (var kind in kinds.All)
        {
            if (kind.Topic is not { } topic || Mounts.Systems.Append(Mounts.Root).FirstOrDefault(m => topic.StartsWith(m.Name + ".", StringComparison.Ordinal)) is not { } mount)
                continue;
            if (name == topic)
                return new(mount, kind, null);
            if (name.StartsWith(topic + ".", StringComparison.Ordinal) && name.Length > topic.Length + 1)
                return new(mount, kind, name[(topic.Length + 1)..]);
        }

        return null;
    }

    private static ApiException Invalid(string phrase) => new(ApiError.Invalid("The query has invalid parameters", FieldFault.Query("topics", phrase)));
}
