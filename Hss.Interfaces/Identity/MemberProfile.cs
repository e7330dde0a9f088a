using System.Collections.Immutable;

namespace Hss.Interfaces.Identity;

/// <summary>What one system knows of its member beside e-mail, username and role.</summary>
/// <param name="Fields">The system's own fields that have a value (address, tax id, department); all of them are stored encrypted.</param>
[GenerateSerializer, Alias("hss.identity.profile"), Immutable]
public sealed record MemberProfile(
    [property: Id(0)] string System,
    [property: Id(1)] string FirstName,
    [property: Id(2)] string LastName,
    [property: Id(3)] ImmutableArray<ProfileField> Fields)
{
    /// <summary>A field's value, or null.</summary>
    public string? this[string field] => Fields.FirstOrDefault(f => f.Name == field)?.Value;
}

/// <summary>One field of a profile.</summary>
/// <param name="Name">The system's name for it, lower case.</param>
/// <param name="Value">Its value; null in a change takes it away.</param>
[GenerateSerializer, Alias("hss.identity.profile-field"), Immutable]
public sealed record ProfileField([property: Id(0)] string Name, [property: Id(1)] string? Value);

/// <summary>A change of a profile: null names and fields that are not named stay.</summary>
[GenerateSerializer, Alias("hss.identity.profile-change"), Immutable]
public sealed record ProfileChange(
    [property: Id(0)] string System,
    [property: Id(1)] string? FirstName,
    [property: Id(2)] string? LastName,
    [property: Id(3)] ImmutableArray<ProfileField> Fields);
