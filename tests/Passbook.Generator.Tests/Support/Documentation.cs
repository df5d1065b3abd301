using System.Reflection;
using System.Xml.Linq;

namespace Passbook.Generator.Tests.Support;

/// <summary>The documentation file that goes with the library.</summary>
internal static class Documentation
{
    private static readonly Dictionary<string, XElement> Members =
        XDocument.Load(Path.ChangeExtension(typeof(Pass).Assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")?.Value ?? "", StringComparer.Ordinal);

    /// <summary>What is said about a type, a property or a value; of a record's positional property, what its parameter says.</summary>
    public static string? Of(MemberInfo member) => Find(member) is { } found
        ? Summary(found)
        : member is PropertyInfo && Find(member.DeclaringType!) is { } type ? Parameter(type, member.Name) : null;

    /// <summary>What is said about a method and each of its parameters; nothing for those that are not documented.</summary>
    public static IReadOnlyList<string?> Of(MethodBase method)
    {
        // Methods are told apart by the types of their parameters, whose names are long: their number does.
        var name = $"M:{TypeName(method.DeclaringType!)}.{(method.IsConstructor ? "#ctor" : method.Name)}";
        var parameters = method.GetParameters().Select(parameter => parameter.Name ?? "").ToArray();
        var found = Members.Where(member => member.Key.Split('(', '`', '~')[0] == name.Split('`')[0] || member.Key.Split('(', '~')[0] == name)
            .Select(member => member.Value)
            .FirstOrDefault(member => IsInherited(member) || parameters.All(parameter => Parameter(member, parameter) is not null));
        return found switch
        {
            null => [null],
            _ when IsInherited(found) => ["inherited"],
            _ => [Summary(found), .. parameters.Select(parameter => Parameter(found, parameter))],
        };
    }

    private static XElement? Find(MemberInfo member) => Members.GetValueOrDefault(member switch
    {
        Type type => $"T:{TypeName(type)}",
        PropertyInfo property when property.GetIndexParameters().Length > 0 => $"P:{TypeName(property.DeclaringType!)}.{property.Name}(System.Int32)",
        PropertyInfo property => $"P:{TypeName(property.DeclaringType!)}.{property.Name}",
        _ => $"F:{TypeName(member.DeclaringType!)}.{member.Name}",
    });

    private static string TypeName(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private static bool IsInherited(XElement member) => member.Element("inheritdoc") is not null;

    private static string? Summary(XElement member) => IsInherited(member) ? "inherited" : Text(member.Element("summary"));

    private static string? Parameter(XElement member, string name) =>
        Text(member.Elements("param").FirstOrDefault(parameter => parameter.Attribute("name")?.Value == name));

    private static string? Text(XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;
}
