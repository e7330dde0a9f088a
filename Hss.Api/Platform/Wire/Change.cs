using System.Collections.Immutable;

namespace Hss.Api.Platform.Wire;

/// <summary>The body of a partial change.</summary>
/// <param name="Body">What the members become.</param>
/// <param name="Fields">The wire names of the members that change; the rest stays.</param>
public sealed record Change<T>(T Body, ImmutableArray<string> Fields);

/// <summary>In a partial change, null takes this member's value away; elsewhere null is as good as nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NullTakesAwayAttribute : Attribute;
