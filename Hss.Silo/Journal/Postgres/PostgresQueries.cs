using System.Collections.Immutable;
using System.Text;
using Dapper;
using Hss.Grains.Entities.Journal;

namespace Hss.Silo.Journal.Postgres;

/// <summary>Builds the SQL of lists and event reads. Values are always parameters; names come from fixed lists.</summary>
internal static class PostgresQueries
{
    /// <summary>The columns of <see cref="Hss.Silo.Journal.EntityColumns"/>.</summary>
    public const string EntityColumns =
        "kind, id, version, state, schema, state_version StateVersion, head, due_at DueAt, created_at CreatedAt, updated_at UpdatedAt, last_at LastAt";

    /// <summary>From when an effect may be claimed, as its index has it: when it is due, or when its claim ends.</summary>
    public const string EffectFrom = "greatest(due_at, coalesce(claimed_until, 0))";

    private const string FacetField = "facet:";

    private const string EventColumns =
        "seq, kind, id, version, type, schema, data, at, actor, request_id RequestId, ip, audience, prev_hash PrevHash, hash";

    /// <summary>The condition that an entity is of a kind, as the indexes for lists want it (migration 003).</summary>
    /// <exception cref="ArgumentException">It is no kind's name.</exception>
    public static string IsKind(string kind) => $"{SqlNames.IsKind(kind)} AND created_at >= 0";

    /// <summary>The condition of a list, shared by its page and its count.</summary>
    /// <exception cref="ArgumentException">A facet's name or number is none.</exception>
    public static string Where(EntityQuery query, DynamicParameters values)
    {
        var sql = new StringBuilder(IsKind(query.Kind));
        if (query.Owner is not null)
            And("owner = @owner", "owner", query.Owner);
        if (query.Ids is { } ids)
            And("id = ANY (@ids)", "ids", ids.ToArray());
        // The index by status gives the order by creation, too, but only within one status that is named as one. It is one of a few words and stands in the text, like
        // the kind: a list without other values is then planned once, and for this very status.
        if (query.Statuses is [var word] && SqlNames.IsWord(word))
            sql.Append(" AND status = '").Append(word).Append('\'');
        else if (query.Statuses is [var status])
            And("status = @status", "status", status);
        else if (!query.Statuses.IsEmpty)
            And("status = ANY (@statuses)", "statuses", query.Statuses.ToArray());
        if (!query.ExceptStatuses.IsEmpty)
            And("status <> ALL (@except)", "except", query.ExceptStatuses.ToArray());
        if (query.Search is { Length: > 0 } search)
            And(@"search LIKE @search ESCAPE '\'", "search", $"%{Escape(search)}%");
        for (var i = 0; i < query.SearchAll.Length; i++)
            And($@"search LIKE @search{i} ESCAPE '\'", $"search{i}", $"%{Escape(query.SearchAll[i])}%");
        for (var i = 0; i < query.Facets.Length; i++)
        {
            var facet = query.Facets[i];
            And($"{Facet(facet.Name, facet.Numeric)} {Operator(facet.Operator)} @facet{i}", $"facet{i}", facet.Numeric ? SqlNames.Number(facet.Value) : facet.Value);
        }

        for (var i = 0; i < query.Links.Length; i++)
        {
            values.Add($"name{i}", query.Links[i].Name);
            And(
                $"EXISTS (SELECT FROM links l WHERE l.kind = entities.kind AND l.id = entities.id AND l.name = @name{i} AND l.value = @link{i})",
                $"link{i}",
                query.Links[i].Value);
        }

        return sql.ToString();

        void And(string condition, string name, object value)
        {
            sql.Append(" AND ").Append(condition);
            values.Add(name, value);
        }
    }

    /// <summary>
    /// The part of a list that is one page. Where any value gives the same plan it is of constants: the plan is then made once for a page of this length and kept, not for a
    /// tenth of all rows, which costs more than planning each time. Elsewhere a kept plan could be one for a common value and bad for a rare one.
    /// </summary>
    public static string Limit(EntityQuery query, DynamicParameters values)
    {
        if (IsPlannedOnce(query))
            return $"LIMIT {query.Limit}";
        values.Add("limit", query.Limit);
        values.Add("offset", query.Offset);
        return "LIMIT @limit OFFSET @offset";
    }

    /// <summary>
    /// Whether it is the first page of the newest or oldest of a kind, of one owner or of one status: an index has them in this order. Every other page would be a text of its own.
    /// </summary>
    public static bool IsPlannedOnce(EntityQuery query) =>
        query.Offset == 0
        && query.Sort is [] or [{ Field: "created_at" }]
        && query.Statuses.Length + (query.Owner is null ? 0 : 1) <= 1
        && query is { Ids: null, ExceptStatuses: [], Facets: [], Links: [], SearchAll: [] }
        && string.IsNullOrEmpty(query.Search);

    /// <summary>The order of a list; ties by id in the direction of the first key; entities without the facet before all others.</summary>
    /// <exception cref="ArgumentException">A field is no field to sort by.</exception>
    public static string OrderBy(ImmutableArray<SortKey> keys)
    {
        var sort = keys.IsEmpty ? [new SortKey("created_at", Descending: true)] : keys;
        return string.Join(", ", sort.Select(k => Column(k) + Direction(k)).Append("id" + Direction(new("id", sort[0].Descending))));
    }

    /// <summary>A read of events.</summary>
    public static string Events(EventQuery query, DynamicParameters values)
    {
        var sql = new StringBuilder("SELECT ").Append(EventColumns).Append(" FROM events WHERE seq > @after");
        values.Add("after", query.AfterSeq);
        Filter(query.BeforeSeq > 0, "seq < @before", "before", query.BeforeSeq);
        Filter(query.Kind is not null, "kind = @kind", "kind", query.Kind);
        Filter(query.Id is not null, "id = @id", "id", query.Id);
        Filter(query.AfterVersion > 0, "version > @version", "version", query.AfterVersion);
        Filter(query.BeforeVersion > 0, "version < @beforeVersion", "beforeVersion", query.BeforeVersion);
        Filter(query.Actor is not null, "actor = @actor", "actor", query.Actor);
        Filter(!query.Types.IsEmpty, "type = ANY (@types)", "types", query.Types.ToArray());
        Filter(query.From is not null, "at >= @from", "from", query.From is { } from ? EventHash.ToMicroseconds(from) : null);
        Filter(query.To is not null, "at < @to", "to", query.To is { } to ? EventHash.ToMicroseconds(to) : null);
        values.Add("limit", query.Limit);
        return sql.Append(" ORDER BY ").Append(EventOrder(query)).Append(query.Descending ? " DESC" : " ASC").Append(" LIMIT @limit").ToString();

        void Filter(bool wanted, string condition, string name, object? value)
        {
            if (!wanted)
                return;
            sql.Append(" AND ").Append(condition);
            values.Add(name, value);
        }
    }

    // Within one entity seq and version rise together, and the entity's index gives the order by version without a sort.
    private static string EventOrder(EventQuery query) => query is { Kind: not null, Id: not null } ? "version" : "seq";

    // Only facets may be missing. An index on the others is read in neither direction when the order of nulls is said against its own.
    private static string Direction(SortKey key) =>
        (key.Descending, key.Field.StartsWith(FacetField, StringComparison.Ordinal)) switch
        {
            (true, true) => " DESC NULLS LAST",
            (true, false) => " DESC",
            (false, true) => " ASC NULLS FIRST",
            (false, false) => " ASC",
        };

    /// <summary>A field as an expression.</summary>
    /// <exception cref="ArgumentException">It is no field of an entity.</exception>
    public static string Column(SortKey key) => key.Field switch
    {
        "id" or "status" or "created_at" or "updated_at" => key.Field,
        _ when key.Field.StartsWith(FacetField, StringComparison.Ordinal) => Facet(key.Field[FacetField.Length..], key.Numeric),
        _ => throw new ArgumentException($"'{key.Field}' is no field of an entity"),
    };

    /// <summary>A facet as an expression: the same in lists and in the index that serves them.</summary>
    /// <exception cref="ArgumentException">It is no facet's name.</exception>
    public static string Facet(string name, bool numeric) =>
        numeric ? $"((facets->>'{SqlNames.Facet(name)}')::numeric)" : $"((facets->>'{SqlNames.Facet(name)}') COLLATE \"C\")";

    private static string Operator(FacetOperator o) => o switch
    {
        FacetOperator.AtLeast => ">=",
        FacetOperator.AtMost => "<=",
        _ => "=",
    };

    private static string Escape(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
