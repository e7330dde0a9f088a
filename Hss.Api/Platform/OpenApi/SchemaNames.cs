using System.Reflection;

namespace Hss.Api.Platform.OpenApi;

/// <summary>What documents and clients call a wire record, where the contract's document has another name for it than the code: <c>Asset</c>.</summary>
/// <param name="name">Letters and digits; on a generic record, what follows the name of its first argument.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SchemaNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>What kind of text a member is, where its type does not say it: <c>uuid</c>, <c>decimal</c> (money as text), <c>date</c> …</summary>
/// <param name="format">As OpenAPI's format registry has it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SchemaFormatAttribute(string format) : Attribute
{
    /// <summary>The format.</summary>
    public string Format { get; } = format;
}

/// <summary>The names of wire records in the documents. Within one mount each name means one record; mounts do not know of each other.</summary>
public static class SchemaNames
{
    /// <summary>The name that the record says, otherwise its own; of <c>Page&lt;Asset&gt;</c>: <c>AssetPage</c>.</summary>
    public static string Of(Type record)
    {
        var own = record.GetCustomAttribute<SchemaNameAttribute>()?.Name ?? record.Name.Split('`')[0];
        return string.Concat(record.GetGenericArguments().Select(Of)) + own;
    }

    /// <summary>In the document of all mounts, names of different mounts must not meet: <c>sams.Asset</c>.</summary>
    public static string InAll(Mount mount, string name) => $"{mount.Name}.{name}";
}
