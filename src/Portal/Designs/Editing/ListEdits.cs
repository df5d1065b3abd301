using Passbook.Generator;

namespace Portal.Designs.Editing;

/// <summary>Edits of lists that never change: each gives another list.</summary>
public static class ListEdits
{
    /// <summary>The item in place of the one at <paramref name="index"/>, or at the end.</summary>
    public static ValueList<T> Put<T>(this ValueList<T> list, int index, T item)
    {
        var items = list.ToList();
        if (index < items.Count)
            items[index] = item;
        else
            items.Add(item);
        return items.ToValueList();
    }

    public static ValueList<T> Without<T>(this ValueList<T> list, int index) => list.Where((_, at) => at != index).ToValueList();

    /// <summary>The item one step further up (-1) or down (1); unchanged at the end of the list.</summary>
    public static ValueList<T> Moved<T>(this ValueList<T> list, int index, int step)
    {
        var items = list.ToList();
        if (index + step < 0 || index + step >= items.Count)
            return list;
        (items[index], items[index + step]) = (items[index + step], items[index]);
        return items.ToValueList();
    }
}
