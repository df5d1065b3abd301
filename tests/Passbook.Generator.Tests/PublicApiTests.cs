using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests;

/// <summary>What every public type of the library promises.</summary>
public sealed class PublicApiTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<Type> PublicTypes => [.. typeof(Pass).Assembly.GetExportedTypes()];

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_stands_in_the_one_namespace(Type type) => Assert.Equal("Passbook.Generator", type.Namespace);

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_is_sealed_or_static(Type type) =>
        // PassFields is what all styles have; a boarding pass adds to it.
        Assert.True(type.IsSealed || type == typeof(PassFields), $"{type} may be inherited from.");

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_is_immutable(Type type)
    {
        var settable = type.GetProperties(Own).Where(property => property.SetMethod is { IsPublic: true } setter
            && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance).Where(field => !field.IsInitOnly && !type.IsEnum);

        Assert.Empty(settable);
        Assert.Empty(fields);
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_shows_no_list_that_can_be_changed(Type type) => Assert.DoesNotContain(type.GetProperties(Own), property =>
        property.PropertyType.IsArray
        || (property.PropertyType.IsClass && property.PropertyType.IsAssignableTo(typeof(IList)))
        || (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() is { } kind
            && (kind == typeof(IList<>) || kind == typeof(ICollection<>) || kind == typeof(IDictionary<,>))));

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_and_its_members_are_documented(Type type)
    {
        MemberInfo[] members = [type, .. type.GetProperties(Own), .. type.GetFields(Own).Where(field => !field.IsSpecialName)];
        var methods = type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)).Where(IsWritten);

        Assert.All(members, member => Assert.True(Documentation.Of(member) is not null, $"{type.Name}.{member.Name} says nothing."));
        Assert.All(methods, method => Assert.True(
            Documentation.Of(method).All(text => text is not null), $"{type.Name}.{method.Name} or one of its parameters says nothing."));
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_choice_that_may_be_left_open_says_what_each_of_the_three_means(Type type)
    {
        var open = type.GetProperties(Own).Where(property => property.PropertyType == typeof(bool?));

        Assert.All(open, property => Assert.All(
            (string[])["True", "False", "not set"],
            word => Assert.Contains(word, Documentation.Of(property), StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void No_method_leaves_a_choice_open(Type type) =>
        Assert.DoesNotContain(type.GetMethods(Own).Where(IsWritten).SelectMany(method => method.GetParameters()), parameter => parameter.ParameterType == typeof(bool?));

    /// <summary>False for accessors, and for what the compiler adds to a record.</summary>
    private static bool IsWritten(MethodBase method) =>
        !method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal) || (method.IsConstructor && method.GetParameters().Length > 0 && !IsPositional(method)));

    /// <summary>The constructor of a positional record is documented with the record.</summary>
    private static bool IsPositional(MethodBase constructor) =>
        constructor.GetParameters().All(parameter => constructor.DeclaringType?.GetProperty(parameter.Name ?? "")?.PropertyType == parameter.ParameterType);
}
