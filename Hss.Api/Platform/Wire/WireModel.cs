using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hss.Api.Platform.Errors;

namespace Hss.Api.Platform.Wire;

/// <summary>What a wire type accepts, learnt once from its properties and their annotations.</summary>
public sealed class WireModel
{
    /// <summary>How wire records are named and read.</summary>
    public static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new UtcTimes() } };

    private static readonly ConcurrentDictionary<Type, WireModel> Models = new();

    private readonly Type _type;
    private readonly Type? _item;
    private readonly ImmutableArray<Member> _members;

    private WireModel(Type type)
    {
        _type = Nullable.GetUnderlyingType(type) ?? type;
        _item = ItemOf(_type);
        _members = IsRecord(_type) ? [.. _type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(Accepted).Select(Member.Of)] : [];
    }

    /// <summary>The model of a type.</summary>
    public static WireModel Of(Type type) => Models.GetOrAdd(type, static t => new(t));

    /// <summary>All faults of a value.</summary>
    public ImmutableArray<FieldFault> Check(JsonElement value)
    {
        var faults = ImmutableArray.CreateBuilder<FieldFault>();
        Check(value, [], [], faults);
        return faults.ToImmutable();
    }

    /// <summary>The members that an object changes: those that it has, null only where that takes the value away.</summary>
    public ImmutableArray<string> Named(JsonElement value) =>
        [.. _members.Where(m => value.TryGetProperty(m.Name, out var sent) && (sent.ValueKind != JsonValueKind.Null || m.NullTakesAway)).Select(m => m.Name)];

    private void Check(JsonElement value, ImmutableArray<object> path, ImmutableArray<ValidationAttribute> rules, ImmutableArray<FieldFault>.Builder faults)
    {
        if (_type == typeof(JsonElement))
            return;
        if (WireScalars.Mistake(_type, value) is { } mistake)
        {
            faults.Add(new(mistake.Kind, path, mistake.Phrase, value.Clone()) { Expected = mistake.Expected });
            return;
        }

        foreach (var rule in rules)
        {
            if (WireRules.Broken(rule, _type, value) is { } broken)
                faults.Add(new(broken.Kind, path, broken.Phrase, value.Clone()));
        }

        if (_item is not null)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
                Of(_item).Check(item, path.Add(index++), [], faults);
        }
        else
        {
            foreach (var member in _members)
                member.Check(value, path, faults);
        }
    }

    private static bool Accepted(PropertyInfo property) =>
        property.GetCustomAttribute<JsonIgnoreAttribute>() is null && property.GetIndexParameters().Length == 0 && property.CanWrite;

    internal static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? Options.PropertyNamingPolicy!.ConvertName(property.Name);

    internal static bool IsRecord(Type type) =>
        type is { IsClass: true, IsArray: false } && type != typeof(string) && type.Assembly != typeof(object).Assembly;

    internal static Type? ItemOf(Type type) => type.IsArray
        ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GetGenericArguments()[0] : null;

    private sealed record Member(string Name, Type Type, RequiredAttribute? Required, ImmutableArray<ValidationAttribute> Rules)
    {
        public bool NullTakesAway { get; private init; }

        public static Member Of(PropertyInfo property)
        {
            var rules = property.GetCustomAttributes<ValidationAttribute>().ToImmutableArray();
            return new(NameOf(property), property.PropertyType, rules.OfType<RequiredAttribute>().FirstOrDefault(), [.. rules.Where(r => r is not RequiredAttribute)])
            {
                NullTakesAway = property.IsDefined(typeof(NullTakesAwayAttribute)),
            };
        }

        public void Check(JsonElement parent, ImmutableArray<object> path, ImmutableArray<FieldFault>.Builder faults)
        {
            var here = path.Add(Name);
            if (!parent.TryGetProperty(Name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                if (Required is not null)
                    faults.Add(new(FieldFaultKind.Missing, here, "is required", parent.Clone()));
            }
            else if (Required is { AllowEmptyStrings: false } && value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()))
            {
                faults.Add(new(FieldFaultKind.Blank, here, "is required", value.Clone()));
            }
            else
            {
                WireModel.Of(Type).Check(value, here, Rules, faults);
            }
        }
    }
}
