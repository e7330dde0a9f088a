using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hss.Api.Platform.Wire;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Hss.Api.Platform.OpenApi;

/// <summary>
/// The wire records of one document as named components. The structure comes from the records as <see cref="WireModel"/> checks and
/// <see cref="JsonAnswer"/> writes them: of a body only what is <c>[Required]</c> must be there, and null is as good as absent; of an answer all
/// members are there, and those are null that may be. The words come from the XML comments, which the framework's generator reads.
/// </summary>
internal sealed class RecordSchemas
{
    private static readonly ConditionalWeakTable<OpenApiDocument, RecordSchemas> Known = [];

    private readonly Dictionary<string, (Type Type, Use Use)> _named = new(StringComparer.Ordinal);

    /// <summary>Those of a document that is being made.</summary>
    public static RecordSchemas Of(OpenApiDocument document) => Known.GetValue(document, static _ => new());

    /// <summary>The schema of a body or an answer: a reference, a list of references, or a value.</summary>
    /// <param name="asBody">Whether it is read, not written.</param>
    /// <exception cref="InvalidOperationException">Two records have one name, or one has two meanings.</exception>
    public Task<IOpenApiSchema> Schema(Type type, bool asBody, OpenApiOperationTransformerContext context, CancellationToken cancellation) =>
        new Builder(this, context, new(asBody, asBody && NumericText.IsTakenBy(type)), cancellation).Schema(type, null);

    /// <summary>How a record is used: a component has one use, so that its schema is true for each of them.</summary>
    private readonly record struct Use(bool AsBody, bool Numeric)
    {
        public override string ToString() => AsBody ? $"a body{(Numeric ? " with numeric texts" : "")}" : "an answer";
    }

    private sealed class Builder(RecordSchemas schemas, OpenApiOperationTransformerContext context, Use use, CancellationToken cancellation)
    {
        private readonly NullabilityInfoContext _nullability = new();

        public async Task<IOpenApiSchema> Schema(Type type, PropertyInfo? member)
        {
            var nullable = member is not null && IsNullable(member, type);
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (IsRecord(type))
            {
                var reference = await Reference(type);
                return nullable ? new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, reference] } : reference;
            }

            OpenApiSchema schema;
            if (WireModel.ItemOf(type) is { } item)
                schema = new() { Type = JsonSchemaType.Array, Items = await Schema(item, null) };
            else if (ValueOf(type) is { } value)
                schema = new() { Type = JsonSchemaType.Object, AdditionalProperties = await Schema(value, null) };
            else if (use.AsBody && type == typeof(DateTimeOffset))
                schema = ValueSchemas.Time();
            else
                schema = ValueSchemas.Of(type);
            if (member is not null)
                ValueSchemas.Annotate(schema, member);
            if (use.Numeric)
                ValueSchemas.AllowText(schema);
            if (nullable)
                ValueSchemas.AllowNull(schema);
            return schema;
        }

        private async Task<OpenApiSchemaReference> Reference(Type type)
        {
            var document = context.Document!;
            var name = SchemaNames.Of(type);
            if (context.DocumentName == OpenApiDocuments.All)
                name = SchemaNames.InAll(context.Description.ActionDescriptor.EndpointMetadata.OfType<Mount>().Last(), name);
            if (!schemas._named.TryGetValue(name, out var known))
            {
                schemas._named.Add(name, (type, use));
                document.AddComponent(name, await Record(type));
            }
            else if (known != (type, use))
            {
                throw new InvalidOperationException($"{context.DocumentName}: {name} is {known.Type} as {known.Use}, and {type} as {use}; a name has one meaning (SchemaName)");
            }

            return new(name, document);
        }

        private async Task<OpenApiSchema> Record(Type type)
        {
            var words = await context.GetOrCreateSchemaAsync(type, null, cancellation);
            var schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = words.Description,
                Properties = new Dictionary<string, IOpenApiSchema>(),
                Required = new HashSet<string>(),
            };
            foreach (var property in Members(type))
            {
                var member = (PropertyInfo)property.AttributeProvider!;
                var described = await Schema(property.PropertyType, member);
                if (words.Properties?.TryGetValue(property.Name, out var worded) == true && worded.Description is { } meaning)
                    described.Description = meaning;
                schema.Properties[property.Name] = described;
                if (IsRequired(member))
                    schema.Required.Add(property.Name);
            }

            return schema;
        }

        // Without what is ignored, in the order of the JSON.
        private IEnumerable<JsonPropertyInfo> Members(Type type)
        {
            var options = use.AsBody ? WireModel.Options : JsonAnswer.Options;
            options.MakeReadOnly(populateMissingResolver: true);
            return options.GetTypeInfo(type).Properties.Where(p => p.AttributeProvider is PropertyInfo && (use.AsBody ? p.Set is not null : p.Get is not null));
        }

        private bool IsRequired(PropertyInfo member) => use.AsBody
            ? member.GetCustomAttribute<RequiredAttribute>() is not null
            : member.GetCustomAttribute<JsonIgnoreAttribute>() is null;

        private bool IsNullable(PropertyInfo member, Type type) => use.AsBody
            ? !IsRequired(member)
            : IsRequired(member) && (Nullable.GetUnderlyingType(type) is not null || _nullability.Create(member).ReadState == NullabilityState.Nullable);

        private static bool IsRecord(Type type) => WireModel.IsRecord(type) && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true;

        private static Type? ValueOf(Type type) => type.GetInterfaces().Append(type)
            .Where(i => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) || i.GetGenericTypeDefinition() == typeof(IDictionary<,>)))
            .Select(i => i.GetGenericArguments()[1]).FirstOrDefault();
    }
}
