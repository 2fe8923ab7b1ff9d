import Learning
import NumericalCore
import Testing

@Suite struct NumericCSVTests {
  @Test func columnsAreFoundByName() throws {
    let folder = try TemporaryFolder()
    let file = FileBytes(text: "age,price,area\r\n3,1e5,50.5\r\n007,-2,60\r\n", "houses.csv")
    let set = try NumericCSV.read(FileBytes(path: folder.write(file)), target: "price")
    #expect(set.featureNames == ["age", "area"] && set.targetName == "price" && set.count == 2)
    #expect(set.features == Matrix([[3, 50.5], [7, 60]]))
    #expect(set.targets == [100_000, -2])
  }

  @Test func theNearestColumnIsNamed() {
    let error = DataError.unknownColumn(file: "sample", name: "prise", known: ["age", "price", "area"])
    #expect(throws: error) { try NumericCSV.read(FileBytes(text: "age,price,area\n1,2,3\n"), target: "prise") }
    #expect("\(error)" == "'sample': unknown column 'prise'; did you mean 'price'?")
  }

  @Test(arguments: [
    ("a,b\n1,2\nx,3\n", "'sample', column 'a', row 2: found 'x'; expected a finite number"),
    ("a,b\n1,2\n4,\n", "'sample', column 'b', row 2: found an empty cell; expected a finite number"),
    ("a,b\n1,2\n4,inf\n", "'sample', column 'b', row 2: found inf; expected a finite number"),
    ("a,b\n1,2\n4\n", "'sample', line 3: found this row has 1 cell, the header 2; expected a well-formed table"),
    ("a,b\n", "the array in 'sample' has the shape (0, 2); expected one row and two columns at least"),
    ("b\n1\n", "the array in 'sample' has the shape (1, 1); expected one row and two columns at least"),
    ("", "'sample' is empty; expected a line of column names, then rows of numbers"),
  ]) func mistakesAreNamed(text: String, message: String) {
    do throws(DataError) {
      _ = try NumericCSV.read(FileBytes(text: text), target: "b")
      Issue.record("no error")
    } catch { #expect("\(error)" == message) }
  }
}
