namespace Hss.Interfaces.Entities;

/// <summary>
/// The identity of an entity: its kind (a stored name of ours) and its id within the kind. The text form <c>kind/id</c> is the grain's
/// key. It is exact: case and leading zeros count. Personal data is never part of it.
/// </summary>
[GenerateSerializer, Alias("hss.entity-key"), Immutable]
public readonly record struct EntityKey([property: Id(0)] string Kind, [property: Id(1)] string Id)
{
    /// <summary>Longest id, in characters.</summary>
    public const int MaxIdLength = 200;

    /// <summary>Reads <c>kind/id</c>. The id may itself hold slashes.</summary>
    /// <exception cref="FormatException">The text has no kind or no id.</exception>
    public static EntityKey Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < text.Length - 1
            ? new(text[..slash], text[(slash + 1)..])
            : throw new FormatException($"'{text}' is no entity key");
    }

    /// <summary>Ordinal by kind, then id: the order in which rows are locked.</summary>
    public static int Compare(EntityKey left, EntityKey right)
    {
        var byKind = string.CompareOrdinal(left.Kind, right.Kind);
        return byKind != 0 ? byKind : string.CompareOrdinal(left.Id, right.Id);
    }

    /// <summary><c>kind/id</c>.</summary>
    public override string ToString() => $"{Kind}/{Id}";
}
